package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose messages go to other services, the queue as the page tells it. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesStackTest {
    private static final String OTHERS = """
            .route("news", to(topic(new com.pulumi.aws.sns.Topic("news"))))
            .route("events", to(eventBus(new com.pulumi.aws.cloudwatch.EventBus("events"), "chat")).replying())
            .route("keep", to(table(new com.pulumi.aws.dynamodb.Table("messages",
                    com.pulumi.aws.dynamodb.TableArgs.builder().hashKey("connectionId").billingMode("PAY_PER_REQUEST").build()))))
            .route("steps", to(stateMachine(new com.pulumi.aws.sfn.StateMachine("steps",
                    com.pulumi.aws.sfn.StateMachineArgs.builder()
                            .roleArn("arn:aws:iam::123456789012:role/steps").definition("{}").build()))))
            """.replace("to(", "Route.to(io.edgesocket.components.api.ServiceTarget.");

    private Step creation;
    private Step repetition;
    private Step destruction;

    @BeforeAll
    void live(Project built, @TempDir Path folder) throws IOException {
        var project = built.copyTo(folder);
        project.insertInProgram(OTHERS, ".route(\"ping\"");
        project.insertInProgram(ofPage("(?m)^ +(\\.route\\(\"orders\".*\\));$"), ".route(\"ping\"");
        project.insertInProgram(
                ofPage("(?m)^(var orders = .*;)$"), "return WebSocketApiArgs.builder()\n                .description");
        project.insertInProgram("import io.edgesocket.components.api.ServiceTarget;\n", "import java.nio.file.Path;");
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");
            creation = pulumi.step("up", "--yes", "--skip-preview");
            repetition = pulumi.step("up", "--yes", "--skip-preview", "--expect-no-changes");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
        }
    }

    private static String ofPage(String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(Path.of("docs", "services.md")));
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1) + "\n";
    }

    private String inputs(String name) {
        return creation.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .map(operation -> operation.inputs().toString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(creation.outcome().toString()));
    }

    @Test
    void a_queue_its_role_and_the_right_are_there_before_the_stage_that_sends_to_it() {
        assertThat(creation.done())
                .containsSubsequence(
                        "create sqs.Queue orders",
                        "create iam.RolePolicy chat-orders-policy",
                        "create apigatewayv2.Stage chat-stage");
        assertThat(creation.done())
                .containsSubsequence(
                        "create iam.Role chat-orders-role",
                        "create apigatewayv2.Integration chat-orders-integration",
                        "create apigatewayv2.Deployment chat-deployment");
    }

    @Test
    void the_role_may_send_to_that_queue_alone() {
        assertThat(inputs("chat-orders-policy"))
                .contains("sqs:SendMessage")
                .containsPattern("arn:aws:sqs:eu-west-1:\\d{12}:orders-[0-9a-f]{7}");
    }

    @Test
    void the_integration_calls_the_queue_by_the_name_that_it_got() {
        assertThat(inputs("chat-orders-integration"))
                .containsPattern("arn:aws:apigateway:eu-west-1:sqs:path/\\d{12}/orders-[0-9a-f]{7}");
    }

    @Test
    void each_service_is_sent_to_what_was_made() {
        assertThat(inputs("chat-news-integration"))
                .containsPattern("TopicArn=arn:aws:sns:eu-west-1:\\d{12}:news-[0-9a-f]{7}&");
        assertThat(inputs("chat-events-integration"))
                .containsPattern("arn:aws:events:eu-west-1:\\d{12}:event-bus/events-[0-9a-f]{7}");
        assertThat(inputs("chat-keep-integration")).containsPattern("TableName\\W+messages-[0-9a-f]{7}\\W");
        assertThat(inputs("chat-steps-integration"))
                .containsPattern("arn:aws:states:eu-west-1:\\d{12}:stateMachine:steps-[0-9a-f]{7}");
    }

    @Test
    void the_next_up_finds_nothing_to_do() {
        assertThat(repetition.outcome().succeeded())
                .as(repetition.outcome().toString())
                .isTrue();
        assertThat(repetition.operations()).isEmpty();
    }

    @Test
    void nothing_is_in_the_way_of_the_end() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
    }
}
