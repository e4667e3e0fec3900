package io.edgesocket.testing;

import static com.pulumi.test.PulumiTest.extractValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.pulumi.Context;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.test.Mocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTestTest {
    private static final StackTest STACK = StackTest.withConfiguration(Map.of("aws:region", "eu-west-1"));

    @Test
    void a_program_reads_its_configuration() {
        var stack = STACK.set("shop:size", 7)
                .set("shop:on", true)
                .set("shop:sizes", List.of(1, 2.5))
                .set("shop:stage.throttling.rate", 5)
                .set("shop:stage.name", "live")
                .run(ctx -> List.of("size", "on", "sizes", "stage")
                        .forEach(key ->
                                ctx.export(key, Output.of(ctx.config("shop").require(key)))));

        assertThat(stack.output("size")).isEqualTo("7");
        assertThat(stack.output("on")).isEqualTo("true");
        assertThat(stack.output("sizes")).isEqualTo("[1,2.5]");
        assertThat(stack.output("stage")).isEqualTo("{\"name\":\"live\",\"throttling\":{\"rate\":5}}");
    }

    @Test
    void a_key_can_be_left_out() {
        var stack = STACK.set("shop:stage", Map.of("name", "live", "rate", 5))
                .without("shop:stage.rate")
                .without("aws:region")
                .run(ctx -> {
                    ctx.export("stage", Output.of(ctx.config("shop").require("stage")));
                    ctx.export(
                            "region", Output.of(ctx.config("aws").get("region").isPresent()));
                });

        assertThat(stack.output("stage")).isEqualTo("{\"name\":\"live\"}");
        assertThat(stack.output("region", Boolean.class)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "region            | \"region\": no namespace; a key is written in full, as in aws:region",
                "aws:region.name   | aws:region.name: aws:region is no object, so nothing can be set within it; set it as a whole",
                "shop:stage.size.x | shop:stage.size.x: size is no object, so nothing can be set within it; set it as a whole",
            })
    void a_key_that_leads_nowhere_is_refused(String key, String message) {
        var stack = STACK.set("shop:stage.size", 7);

        assertThatThrownBy(() -> stack.set(key, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_run_s_own_configuration_is_its_alone() {
        STACK.set("shop:size", 7).run(ctx -> {});

        assertThat(STACK.run(ctx -> ctx.export(
                                "size", Output.of(ctx.config("shop").get("size").isPresent())))
                        .output("size", Boolean.class))
                .isFalse();
    }

    @Test
    void resources_are_found_by_class_and_name() {
        var stack = STACK.run(ctx -> {
            new Topic("first");
            new Topic("second", TopicArgs.builder().displayName("Second").build());
        });

        assertThat(extractValue(stack.resource(Topic.class, "second").displayName()))
                .contains("Second");
        assertThat(stack.inputs(Topic.class, "second").text("displayName")).isEqualTo("Second");
        assertThat(stack.resources(Topic.class))
                .extracting(Topic::pulumiResourceName)
                .containsExactly("first", "second");
    }

    @Test
    void a_resource_that_is_not_there_is_told_with_those_that_are() {
        var stack = STACK.run(ctx -> {
            new Topic("second");
            new Topic("first");
        });

        assertThatThrownBy(() -> stack.resource(Topic.class, "third"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no com.pulumi.aws.sns.Topic \"third\"; there are first, second");
        assertThatThrownBy(() -> STACK.run(ctx -> {}).resource(Topic.class, "first"))
                .hasMessage("no com.pulumi.aws.sns.Topic \"first\"; there is none at all");
    }

    @Test
    void two_of_one_name_are_told() {
        var stack = STACK.run(ctx -> {
            new Topic("one");
            new Topic(
                    "one",
                    TopicArgs.Empty,
                    CustomResourceOptions.builder().parent(new Group(false)).build());
        });

        assertThatThrownBy(() -> stack.resource(Topic.class, "one"))
                .hasMessage("2 of com.pulumi.aws.sns.Topic are named \"one\", under several parents: "
                        + "look through resources(Topic.class)");
    }

    @Test
    void protection_is_a_parent_s_where_a_resource_says_nothing() {
        var stack = STACK.run(ctx -> {
            var group = new Group(true);
            new Topic(
                    "kept",
                    TopicArgs.Empty,
                    CustomResourceOptions.builder().parent(group).build());
            new Topic(
                    "free",
                    TopicArgs.Empty,
                    CustomResourceOptions.builder().parent(group).protect(false).build());
            new Topic("alone");
        });

        assertThat(stack.isProtected(Topic.class, "kept")).isTrue();
        assertThat(stack.isProtected(Topic.class, "free")).isFalse();
        assertThat(stack.isProtected(Topic.class, "alone")).isFalse();
    }

    @Test
    void a_program_s_own_exception_is_thrown_as_it_is() {
        var refusal = new IllegalArgumentException("no such route");

        assertThatThrownBy(() -> STACK.run(ctx -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThatThrownBy(() -> STACK.run(ctx -> new Topic(
                        "topic",
                        TopicArgs.builder()
                                .displayName(Output.of("x").applyValue(value -> {
                                    throw refusal;
                                }))
                                .build())))
                .isSameAs(refusal);
    }

    @Test
    void an_error_that_the_program_logs_fails_the_run() {
        assertThatThrownBy(() -> STACK.run(ctx -> ctx.log().error("no such route")))
                .isInstanceOf(RunException.class)
                .hasMessage("no such route");
    }

    @Test
    void an_output_that_the_program_does_not_export_is_told_with_those_that_it_does() {
        var stack = STACK.run(ctx -> ctx.export("url", Output.of("wss://chat.example.com")));

        assertThatThrownBy(() -> stack.output("adress"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no output \"adress\"; the program exports url");
    }

    @Test
    void in_a_preview_an_output_that_mocks_do_not_give_is_not_known() {
        Mocks inputs = resource ->
                CompletableFuture.completedFuture(Mocks.ResourceResult.of(Optional.of("id"), resource.inputs));
        var asked = STACK.withMocks(inputs);

        assertThat(asked.preview().run(StackTestTest::prefixed).output("arn")).isNull();
        assertThat(asked.run(StackTestTest::prefixed).output("arn")).isEqualTo("> null");
    }

    private static void prefixed(Context ctx) {
        ctx.export("arn", new Topic("topic").arn().applyValue(arn -> "> " + arn));
    }

    @Test
    void mocks_that_answer_null_are_told() {
        var silent = STACK.withMocks(mock(Mocks.class));

        assertThatThrownBy(() -> silent.run(ctx -> new Topic("topic")))
                .hasMessage("the mocks gave null to newResourceAsync, asked for aws:sns/topic:Topic \"topic\": "
                        + "tell them what to answer, or let AwsMocks.completing(mocks) answer for them");
    }

    private static final class Group extends ComponentResource {
        Group(boolean isProtected) {
            super(
                    "shop:index:Group",
                    "group",
                    ComponentResourceOptions.builder().protect(isProtected).build());
        }
    }
}
