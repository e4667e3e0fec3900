package io.edgesocket.components.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes to services of AWS. What their templates make of a message is tested where they are rendered. */
class ServiceTargetTest {
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";
    private static final String INTEGRATION = "Integration chat-talk-integration";

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    private static RecordedApi with(String key, Route route) {
        return RecordedApi.of(WebSocketApiArgs.builder().route(key, route));
    }

    private static RecordedApi with(ServiceTarget target) {
        return with("talk", Route.to(target));
    }

    private static String template(RecordedApi api, String integration) {
        return api.inputs(integration, "requestTemplates").get("$default").toString();
    }

    static Stream<Arguments> services() {
        return Stream.of(
                arguments(ServiceTarget.queue(QUEUE), "sqs:path/123456789012/orders", "sqs:SendMessage", QUEUE),
                arguments(
                        ServiceTarget.topic("arn:aws:sns:eu-west-1:123456789012:news"),
                        "sns:path//",
                        "sns:Publish",
                        "arn:aws:sns:eu-west-1:123456789012:news"),
                arguments(
                        ServiceTarget.eventBus("arn:aws:events:eu-west-1:123456789012:event-bus/default", "chat"),
                        "events:action/PutEvents",
                        "events:PutEvents",
                        "arn:aws:events:eu-west-1:123456789012:event-bus/default"),
                arguments(
                        ServiceTarget.table("arn:aws:dynamodb:eu-west-1:123456789012:table/messages"),
                        "dynamodb:action/PutItem",
                        "dynamodb:PutItem",
                        "arn:aws:dynamodb:eu-west-1:123456789012:table/messages"),
                arguments(
                        ServiceTarget.stateMachine("arn:aws:states:eu-west-1:123456789012:stateMachine:orders"),
                        "states:action/StartExecution",
                        "states:StartExecution",
                        "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_called_in_its_own_region_with_a_role_of_the_route(
            ServiceTarget target, String called, String right, String arn) {
        assertThat(with(target).inputs(INTEGRATION))
                .contains(
                        entry("integrationType", "AWS"),
                        entry("integrationMethod", "POST"),
                        entry("integrationUri", "arn:aws:apigateway:eu-west-1:" + called),
                        entry("credentialsArn", "arn:aws:mock:::chat-talk-role"),
                        entry("passthroughBehavior", "NEVER"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_role_may_do_the_one_thing_with_the_one_resource(
            ServiceTarget target, String called, String right, String arn) {
        assertThat(with(target).inputs("RolePolicy chat-talk-policy"))
                .containsEntry(
                        "policy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"" + right
                                + "\"],\"Resource\":\"" + arn + "\"}]}");
    }

    @Test
    void api_gateway_alone_may_assume_the_role() {
        assertThat(with(ServiceTarget.queue(QUEUE)).inputs("Role chat-talk-role"))
                .containsEntry(
                        "assumeRolePolicy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                                + "\"apigateway.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}");
    }

    @Test
    void a_partition_is_the_resource_s_own() {
        assertThat(with(ServiceTarget.queue("arn:aws-cn:sqs:cn-north-1:123456789012:orders"))
                        .inputs(INTEGRATION))
                .containsEntry("integrationUri", "arn:aws-cn:apigateway:cn-north-1:sqs:path/123456789012/orders");
    }

    @Test
    void a_resource_of_the_program_is_known_by_its_arn() {
        assertThat(with(ServiceTarget.queue(Output.of(QUEUE))).inputs(INTEGRATION))
                .containsEntry("integrationUri", "arn:aws:apigateway:eu-west-1:sqs:path/123456789012/orders");
    }

    @Test
    void a_role_that_exists_takes_the_place_of_one() {
        var role = "arn:aws:iam::123456789012:role/sender";
        var api = with(ServiceTarget.queue(QUEUE).role(role));
        assertThat(api.inputs(INTEGRATION)).containsEntry("credentialsArn", role);
        assertThat(api.names("Role")).isEmpty();
        assertThat(api.names("RolePolicy")).isEmpty();
    }

    @Test
    void the_stage_waits_for_the_right_to_call() {
        var options = with(ServiceTarget.queue(QUEUE)).options().get("Stage chat-stage");
        assertThat(PulumiTest.extractValue(options.getDependsOn()))
                .extracting(it -> it.pulumiResourceName())
                .containsExactly("chat-talk-policy");
    }

    @Test
    void made_roles_can_be_had_by_their_routes() {
        assertThat(with(ServiceTarget.queue(QUEUE)).api().integrationRoles()).containsOnlyKeys("talk");
    }

    @Test
    void the_name_of_a_role_has_room_for_what_pulumi_adds() {
        var key = "an-order-of-somebody-in-a-hurry";
        var api = RecordedApi.of(WebSocketApiArgs.builder()
                .route(key, Route.to(ServiceTarget.queue(QUEUE)))
                .route("a-quite-long-key-with-its-own-name", Route.to(ServiceTarget.queue(QUEUE))));
        assertThat(api.names("Role")).contains("chat-" + key + "-role").allMatch(name -> name.length() <= 56);
    }

    @Test
    void a_fifo_queue_keeps_the_order_of_a_connection() {
        assertThat(template(with(ServiceTarget.queue(QUEUE + ".fifo")), INTEGRATION))
                .endsWith("&MessageGroupId=$util.urlEncode($context.connectionId)"
                        + "&MessageDeduplicationId=$util.urlEncode($context.requestId)");
    }

    @Test
    void any_other_queue_has_no_order_to_keep() {
        assertThat(template(with(ServiceTarget.queue(QUEUE)), INTEGRATION)).doesNotContain("MessageGroupId");
    }

    @Test
    void a_handshake_has_no_message_to_send() {
        var api = with("$connect", Route.to(ServiceTarget.queue(QUEUE)));
        assertThat(template(api, "Integration chat-connect-integration"))
                .contains("$context.connectionId")
                .doesNotContain("$input");
    }

    @Test
    void a_template_of_one_s_own_is_sent_instead() {
        var route = Route.to(ServiceTarget.queue(QUEUE)).requestTemplate("Action=SendMessage&MessageBody=x");
        assertThat(with("talk", route).inputs(INTEGRATION, "requestTemplates"))
                .isEqualTo(Map.of("$default", "Action=SendMessage&MessageBody=x"));
    }

    @Test
    void a_route_that_replies_tells_success_and_failure_apart() {
        var api = with("talk", Route.to(ServiceTarget.queue(QUEUE)).replying());
        assertThat(api.inputs("IntegrationResponse chat-talk-integration-response-success"))
                .contains(
                        entry("integrationResponseKey", "/2\\d\\d/"),
                        entry("responseTemplates", Map.of("$default", "{\"sent\":true}")));
        assertThat(api.inputs("IntegrationResponse chat-talk-integration-response"))
                .contains(
                        entry("integrationResponseKey", "$default"),
                        entry(
                                "responseTemplates",
                                Map.of(
                                        "$default",
                                        "{\"message\":\"Internal server error\",\"connectionId\":\"$context.connectionId\","
                                                + "\"requestId\":\"$context.requestId\"}")));
    }

    @Test
    void a_reply_of_one_s_own_is_for_success_alone() {
        var api = with("talk", Route.to(ServiceTarget.queue(QUEUE)).replying("{\"queued\":1}"));
        assertThat(api.inputs("IntegrationResponse chat-talk-integration-response-success", "responseTemplates"))
                .isEqualTo(Map.of("$default", "{\"queued\":1}"));
    }

    @Test
    void a_route_without_a_reply_has_the_one_response_that_aws_asks_for() {
        assertThat(with(ServiceTarget.queue(QUEUE)).names("IntegrationResponse"))
                .containsExactly("chat-talk-integration-response");
    }
}
