package io.edgesocket.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack that does without default providers. */
class DefaultProvidersTest {
    private static final Consumer<Context> WITHOUT_PROVIDER = ctx -> new Topic("news");
    private static final Consumer<Context> WITH_PROVIDER = ctx -> new Topic(
            "news",
            TopicArgs.Empty,
            CustomResourceOptions.builder().provider(new Provider("eu")).build());

    @ParameterizedTest
    @ValueSource(strings = {"[\"aws\"]", "[\"*\"]", "[\"gcp\", \" aws \"]"})
    void refuses_a_resource_that_has_no_other(String disabled) {
        assertThatThrownBy(() -> run(disabled, WITHOUT_PROVIDER))
                .isInstanceOf(ProgramException.class)
                .hasMessageStartingWith(
                        "pulumi:disable-default-providers leaves 1 resources without a provider, news first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"aws\"]", "[\"*\"]"})
    void takes_a_resource_with_a_provider_of_its_own(String disabled) {
        assertThatCode(() -> run(disabled, WITH_PROVIDER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[\"gcp\"]"})
    void takes_a_resource_whose_default_is_not_disabled(String disabled) {
        assertThatCode(() -> run(disabled, WITHOUT_PROVIDER)).doesNotThrowAnyException();
    }

    @Test
    void tells_what_the_setting_must_be() {
        assertThatThrownBy(() -> run("aws", WITHOUT_PROVIDER))
                .hasMessage(
                        "pulumi:disable-default-providers: aws; must be a list of packages, such as [aws], or [\"*\"] for all");
    }

    private static void run(String disabled, Consumer<Context> program) {
        Engine.run(
                new StackConfig("shop", "dev", Map.of("pulumi:disable-default-providers", disabled), Set.of()),
                program);
    }
}
