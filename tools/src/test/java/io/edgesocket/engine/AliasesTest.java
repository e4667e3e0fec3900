package io.edgesocket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Alias;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An alias is recorded as the URN that it stands for, whatever the program leaves out of it. */
class AliasesTest {
    private static final String TOPIC = "aws:sns/topic:Topic";

    @Test
    void a_name_alone_is_the_urn_of_that_name() {
        assertThat(aliases(ctx -> topic(CustomResourceOptions.builder()
                        .aliases(Alias.builder().name("old").build())
                        .build())))
                .containsExactly("urn:pulumi:dev::edgesocket::" + TOPIC + "::old");
    }

    @Test
    void a_name_in_a_component_is_the_urn_below_it() {
        assertThat(aliases(ctx -> topic(CustomResourceOptions.builder()
                        .parent(new ComponentResource(
                                "edgesocket:aws:Alarms", "alarms", ComponentResourceOptions.Empty))
                        .aliases(Alias.builder().name("old").build())
                        .build())))
                .containsExactly("urn:pulumi:dev::edgesocket::edgesocket:aws:Alarms$" + TOPIC + "::old");
    }

    @Test
    void no_parent_is_the_urn_outside_any_component() {
        assertThat(aliases(ctx -> topic(CustomResourceOptions.builder()
                        .parent(new ComponentResource(
                                "edgesocket:aws:Alarms", "alarms", ComponentResourceOptions.Empty))
                        .aliases(Alias.noParent())
                        .build())))
                .containsExactly("urn:pulumi:dev::edgesocket::" + TOPIC + "::topic");
    }

    @Test
    void a_urn_is_itself() {
        assertThat(aliases(ctx -> topic(CustomResourceOptions.builder()
                        .aliases(Alias.withUrn("urn:pulumi:old::shop::a::b"))
                        .build())))
                .containsExactly("urn:pulumi:old::shop::a::b");
    }

    private static void topic(CustomResourceOptions options) {
        new Topic("topic", TopicArgs.Empty, options);
    }

    private static List<String> aliases(Consumer<Context> program) {
        return Engine.run(new StackConfig("edgesocket", "dev", Map.of(), Set.of()), program).resources().stream()
                .filter(resource -> resource.type().equals(TOPIC))
                .findFirst()
                .orElseThrow()
                .options()
                .aliases();
    }
}
