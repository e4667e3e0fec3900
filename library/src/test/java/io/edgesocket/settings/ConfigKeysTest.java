package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {

    @Test
    void all_keys_are_read_from_the_sdk_and_which_of_them_are_secret() {
        var context = context(Map.of("aws:region", "eu-west-1", "edgesocket:color", "red"), Set.of("edgesocket:color"));

        var keys = ConfigKeys.of(context);

        assertThat(keys.values()).containsOnlyKeys("aws:region", "edgesocket:color");
        assertThat(keys.secretKeys()).containsExactly("edgesocket:color");
    }

    @Test
    void a_mistyped_key_is_found_in_a_program_that_pulumi_runs() {
        var context = context(Map.of("aws:region", "eu-west-1", "edgesocket:stagge", "{}"), Set.of());

        assertThatThrownBy(() -> Settings.of(context))
                .isInstanceOf(SettingsException.class)
                .hasMessage("edgesocket:stagge: unknown key; did you mean edgesocket:stage?");
    }

    @Test
    void a_key_under_the_project_s_own_name_is_found_in_a_program_that_pulumi_runs() {
        var context = context(Map.of("aws:region", "eu-west-1", "chat:stage", "{}"), Set.of());
        when(context.projectName()).thenReturn("chat");

        assertThatThrownBy(() -> Settings.of(context))
                .isInstanceOf(SettingsException.class)
                .hasMessage("chat:stage: unknown key; did you mean edgesocket:stage?");
    }

    @Test
    void an_sdk_that_hides_them_is_asked_for_each_key_by_name() {
        assertThat(Settings.of(hiding("aws", "region", "eu-west-1")).region()).isEqualTo("eu-west-1");
    }

    @Test
    void an_sdk_that_hides_which_are_secret_makes_all_of_them_secret_that_may_be() {
        assertThatThrownBy(() -> Settings.of(hiding("edgesocket", "functions", "hunter2")))
                .hasMessageContaining("edgesocket:functions: a secret; ");
    }

    private static Context context(Map<String, String> config, Set<String> secretKeys) {
        var stored = new DeploymentImpl.Config(ImmutableMap.copyOf(config), ImmutableSet.copyOf(secretKeys));
        var context = mock(Context.class);
        when(context.config(anyString())).thenAnswer(call -> new Config(stored, call.getArgument(0)));
        return context;
    }

    /** Its Config has the fields that are looked for, and nothing in them. */
    private static Context hiding(String namespace, String key, String value) {
        var empty = mock(Config.class);
        var config = mock(Config.class);
        when(config.get(key)).thenReturn(Optional.of(value));
        var context = mock(Context.class);
        when(context.config(anyString())).thenReturn(empty);
        when(context.config(namespace)).thenReturn(config);
        return context;
    }
}
