package io.edgesocket.components.api;

import static io.edgesocket.components.api.RecordedApi.function;
import static io.edgesocket.components.api.RecordedApi.functionArgs;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What makes a new deployment necessary, and is named in a preview as the cause. */
class RedeploymentTest {

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    private static WebSocketApiArgs.Builder chat() {
        return WebSocketApiArgs.builder()
                .route("$connect", Route.mock())
                .route("$default", Route.to(echo(functionArgs())).replying());
    }

    private static NewFunction echo(LambdaFunctionArgs.Builder args) {
        return new NewFunction("echo", args.build());
    }

    private static Set<String> causes(Route before, Route after) {
        return causes(chat().route("talk", before), chat().route("talk", after));
    }

    private static Set<String> causes(WebSocketApiArgs.Builder before, WebSocketApiArgs.Builder after) {
        var difference = Maps.difference(
                RecordedApi.of(before).triggers(), RecordedApi.of(after).triggers());
        var causes = new TreeSet<>(difference.entriesDiffering().keySet());
        causes.addAll(difference.entriesOnlyOnLeft().keySet());
        causes.addAll(difference.entriesOnlyOnRight().keySet());
        return causes;
    }

    private static Set<String> causesOfStage(Consumer<WebSocketStageArgs.Builder> change) {
        var changed = WebSocketStageArgs.builder();
        change.accept(changed);
        return causes(chat(), chat().stage(changed.build()));
    }

    @Test
    void every_thing_in_the_copy_has_an_entry() {
        assertThat(RecordedApi.of(chat()).triggers())
                .containsOnlyKeys(
                        "api",
                        "integration connect",
                        "integration echo-function",
                        "route $connect",
                        "route $default",
                        "route response $default");
    }

    @Test
    void a_service_that_a_route_leads_to_is_in_the_copy() {
        var before = Route.to(ServiceTarget.queue("arn:aws:sqs:eu-west-1:123456789012:orders"));
        var after = Route.to(ServiceTarget.queue("arn:aws:sqs:eu-west-1:123456789012:others"));
        assertThat(causes(before, after)).containsExactly("integration talk");
    }

    @Test
    void what_is_told_of_a_service_s_success_is_in_the_copy() {
        var route = Route.to(ServiceTarget.queue("arn:aws:sqs:eu-west-1:123456789012:orders"));
        assertThat(causes(route.replying(), route.replying("{}"))).containsExactly("integration response talk-success");
    }

    @Test
    void an_entry_is_short() {
        assertThat(RecordedApi.of(chat()).triggers().values())
                .allSatisfy(fingerprint -> assertThat(fingerprint).asString().matches("[0-9a-f]{12}"));
    }

    @Test
    void the_deployment_waits_for_all_that_it_copies() {
        var options = RecordedApi.of(chat()).options().get("Deployment chat-deployment");
        assertThat(PulumiTest.extractValue(options.getDependsOn()))
                .extracting(it -> it.pulumiResourceName())
                .containsExactlyInAnyOrder(
                        "chat",
                        "chat-connect-integration",
                        "chat-echo-function-integration",
                        "chat-connect",
                        "chat-default",
                        "chat-default-response");
    }

    @Test
    void the_same_api_gives_the_same_entries() {
        assertThat(causes(chat(), chat())).isEmpty();
    }

    @Test
    void a_new_route() {
        assertThat(causes(chat(), chat().route("ping", Route.mock("pong"))))
                .containsExactly("integration ping", "integration response ping", "route ping", "route response ping");
    }

    @Test
    void a_route_to_a_function_that_has_one_already() {
        var echo = echo(functionArgs());
        var one = WebSocketApiArgs.builder().route("$default", Route.to(echo));
        var two = WebSocketApiArgs.builder().route("$default", Route.to(echo)).route("talk", Route.to(echo));
        assertThat(causes(one, two)).containsExactly("route talk");
    }

    @Test
    void another_target() {
        assertThat(causes(Route.to(function("a")), Route.to(function("b"))))
                .containsExactly("integration a-function", "integration b-function", "route talk");
    }

    @Test
    void another_uri() {
        assertThat(causes(
                        Route.httpProxy("POST", "https://example.com/a"),
                        Route.httpProxy("POST", "https://example.com/b")))
                .containsExactly("integration talk");
    }

    @Test
    void another_timeout_of_an_integration() {
        assertThat(causes(Route.mock(), Route.mock().timeout(Duration.ofSeconds(1))))
                .containsExactly("integration talk");
    }

    @Test
    void another_response_template() {
        assertThat(causes(Route.mock("a"), Route.mock("b"))).containsExactly("integration response talk");
    }

    @Test
    void another_request_template() {
        var http = Route.http("POST", "https://example.com");
        assertThat(causes(http.requestTemplate("a"), http.requestTemplate("b"))).containsExactly("integration talk");
    }

    @Test
    void a_route_that_replies_from_now_on() {
        var talk = Route.to(function("talk"));
        assertThat(causes(talk, talk.replying())).containsExactly("route response talk", "route talk");
    }

    @Test
    void another_model() {
        assertThat(causes(
                        Route.mock().validating(new RequestModel("Talk", "{}")),
                        Route.mock().validating(new RequestModel("Talk", "{\"type\":\"object\"}"))))
                .containsExactly("model Talk");
    }

    @Test
    void another_identity_source() {
        var guard = function("guard");
        assertThat(causes(
                        WebSocketApiArgs.builder()
                                .route("$connect", Route.mock().requiring(RequestAuthorizer.of("guard", guard))),
                        WebSocketApiArgs.builder()
                                .route(
                                        "$connect",
                                        Route.mock()
                                                .requiring(RequestAuthorizer.of(
                                                        "guard", guard, "route.request.header.Origin")))))
                .containsExactly("authorizer guard");
    }

    @Test
    void an_api_key_from_now_on() {
        assertThat(causes(
                        WebSocketApiArgs.builder().route("$connect", Route.mock()),
                        WebSocketApiArgs.builder()
                                .route("$connect", Route.mock().requiringApiKey())))
                .containsExactly("route $connect");
    }

    @Test
    void another_route_selection_expression() {
        assertThat(causes(chat(), chat().routeSelectionExpression("$request.body.kind")))
                .containsExactly("api");
    }

    @Test
    void what_a_transform_changes() {
        assertThat(causes(
                        chat(),
                        chat().transform(child -> child.change(
                                IntegrationArgs.class,
                                integration -> IntegrationArgs.builder(integration)
                                        .passthroughBehavior("NEVER")
                                        .build()))))
                .containsExactly("integration connect", "integration echo-function");
    }

    @Test
    void not_a_description() {
        assertThat(causes(chat(), chat().description("Chat"))).isEmpty();
    }

    @Test
    void not_tags() {
        assertThat(causes(chat(), chat().tags(Map.of("team", "chat")))).isEmpty();
    }

    @Test
    void not_throttling() {
        assertThat(causesOfStage(
                        stage -> stage.throttling(new Throttling(10, 10)).throttling("$default", new Throttling(1, 1))))
                .isEmpty();
    }

    @Test
    void not_stage_variables() {
        assertThat(causesOfStage(stage -> stage.variable("mode", "loud"))).isEmpty();
    }

    @Test
    void not_access_logs() {
        assertThat(causesOfStage(stage -> stage.accessLogs(AccessLogs.keptForDays(1))))
                .isEmpty();
    }

    @Test
    void not_execution_logs() {
        assertThat(causesOfStage(stage -> stage.executionLogs(ExecutionLogs.INFO)))
                .isEmpty();
    }

    @Test
    void not_the_settings_of_a_function() {
        var before = WebSocketApiArgs.builder().route("talk", Route.to(echo(functionArgs())));
        var after = WebSocketApiArgs.builder()
                .route("talk", Route.to(echo(functionArgs().timeout(Duration.ofSeconds(3)))));
        assertThat(causes(before, after)).isEmpty();
    }

    @Test
    void not_the_order_of_routes() {
        assertThat(causes(
                        WebSocketApiArgs.builder().route("a", Route.mock()).route("b", Route.mock()),
                        WebSocketApiArgs.builder().route("b", Route.mock()).route("a", Route.mock())))
                .isEmpty();
    }

    @Test
    void a_text_that_is_moved_from_one_property_to_another() {
        var uri = Output.of("arn:aws:apigateway:eu-west-1:sqs:path/1/q");
        assertThat(causes(Route.aws(uri, Output.of("role")), Route.aws(Output.of("role"), uri)))
                .containsExactly("integration talk");
    }
}
