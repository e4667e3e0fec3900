package io.edgesocket.components.api;

import static io.edgesocket.components.api.RecordedApi.EXECUTION_ARN;
import static io.edgesocket.components.api.RecordedApi.function;
import static io.edgesocket.components.api.RecordedApi.functionArgs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.ConnectionAction;
import io.edgesocket.components.functions.ExistingFunction;
import io.edgesocket.components.functions.NewFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketApiTest {
    private static final String HOST = "a1b2c3.execute-api.eu-west-1.amazonaws.com";
    private static final Output<String> ROLE = Output.of("arn:aws:iam::123456789012:role/api");

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    private static WebSocketApiArgs.Builder minimal() {
        return WebSocketApiArgs.builder().route("ping", Route.mock("{\"pong\":true}"));
    }

    private static RecordedApi with(Route route) {
        return RecordedApi.of(WebSocketApiArgs.builder().route("talk", route));
    }

    private static RecordedApi connecting(Route route) {
        return RecordedApi.of(WebSocketApiArgs.builder().route("$connect", route));
    }

    private static RecordedApi staged(WebSocketStageArgs.Builder stage) {
        return RecordedApi.of(minimal().stage(stage.build()));
    }

    @Test
    void a_minimal_api_is_a_route_and_what_it_needs() {
        assertThat(RecordedApi.of(minimal()).resources().keySet())
                .containsExactlyInAnyOrder(
                        "WebSocketApi chat",
                        "Api chat",
                        "Integration chat-ping-integration",
                        "IntegrationResponse chat-ping-integration-response",
                        "Route chat-ping",
                        "RouteResponse chat-ping-response",
                        "Deployment chat-deployment",
                        "Stage chat-stage");
    }

    @Test
    void an_api_chooses_routes_by_the_action_of_a_message() {
        assertThat(RecordedApi.of(minimal()).inputs("Api chat"))
                .containsOnly(
                        entry("protocolType", "WEBSOCKET"), entry("routeSelectionExpression", "$request.body.action"));
    }

    @Test
    void everything_set_reaches_the_api() {
        var api = RecordedApi.of(minimal()
                .routeSelectionExpression("${request.body.a}/${request.body.b}")
                .apiKeySource(WebSocketApiArgs.ApiKeySource.AUTHORIZER)
                .description("Chat")
                .ipAddressType(WebSocketApiArgs.IpAddressType.DUALSTACK)
                .tags(Map.of("team", "chat")));
        assertThat(api.inputs("Api chat"))
                .contains(
                        entry("routeSelectionExpression", "${request.body.a}/${request.body.b}"),
                        entry("apiKeySelectionExpression", "$context.authorizer.usageIdentifierKey"),
                        entry("description", "Chat"),
                        entry("ipAddressType", "dualstack"),
                        entry("tags", Map.of("team", "chat")));
    }

    @Test
    void the_stage_has_no_limit_of_its_own_and_no_logs_and_does_not_deploy_by_itself() {
        assertThat(RecordedApi.of(minimal()).inputs("Stage chat-stage"))
                .containsOnly(
                        entry("apiId", "chat-id"),
                        entry("name", "live"),
                        entry("deploymentId", "chat-deployment-id"),
                        entry("autoDeploy", false),
                        entry(
                                "defaultRouteSettings",
                                Map.of(
                                        "throttlingRateLimit",
                                        10_000.0,
                                        "throttlingBurstLimit",
                                        5_000.0,
                                        "detailedMetricsEnabled",
                                        false,
                                        "loggingLevel",
                                        "OFF",
                                        "dataTraceEnabled",
                                        false)));
    }

    @Test
    void everything_set_reaches_the_stage() {
        var stage = staged(WebSocketStageArgs.builder()
                        .name("prod")
                        .description("For all")
                        .variable("mode", "loud")
                        .variable("key", Output.ofSecret("k"))
                        .detailedMetrics(true))
                .inputs("Stage chat-stage");
        assertThat(stage)
                .contains(
                        entry("name", "prod"),
                        entry("description", "For all"),
                        entry("stageVariables", Map.of("mode", "loud", "key", "k")));
    }

    @Test
    void execution_logs_of_any_level_leave_out_whole_messages() {
        assertThat(staged(WebSocketStageArgs.builder().executionLogs(ExecutionLogs.INFO))
                        .inputs("Stage chat-stage", "defaultRouteSettings"))
                .contains(entry("loggingLevel", "INFO"), entry("dataTraceEnabled", false));
    }

    @Test
    void the_throttling_of_a_route_keeps_the_metrics_and_the_logs_of_the_stage() {
        var stage = staged(WebSocketStageArgs.builder()
                .throttling(new Throttling(100, 50))
                .throttling("ping", new Throttling(0.5 + 0.5, 2))
                .detailedMetrics(true)
                .executionLogs(ExecutionLogs.ERROR));
        assertThat(stage.inputs("Stage chat-stage").get("routeSettings"))
                .isEqualTo(List.of(Map.of(
                        "routeKey",
                        "ping",
                        "throttlingRateLimit",
                        1.0,
                        "throttlingBurstLimit",
                        2.0,
                        "detailedMetricsEnabled",
                        true,
                        "loggingLevel",
                        "ERROR",
                        "dataTraceEnabled",
                        false)));
    }

    @Test
    void access_logs_go_to_a_group_of_this_stack_and_are_forgotten() {
        assertThat(staged(WebSocketStageArgs.builder().accessLogs(AccessLogs.keptForDays(14)))
                        .inputs("LogGroup chat-access-logs"))
                .containsOnly(entry("name", "/aws/apigateway/shop-dev-chat"), entry("retentionInDays", 14.0));
    }

    @Test
    void the_stage_logs_to_that_group() {
        assertThat(staged(WebSocketStageArgs.builder()
                                .accessLogs(AccessLogs.keptForDays(14).format("$context.requestId")))
                        .inputs("Stage chat-stage", "accessLogSettings"))
                .containsOnly(
                        entry("destinationArn", "arn:aws:mock:::chat-access-logs"),
                        entry("format", "$context.requestId"));
    }

    @Test
    void a_mock_answers_with_its_template() {
        var api = RecordedApi.of(minimal());
        assertThat(api.inputs("Integration chat-ping-integration"))
                .contains(
                        entry("integrationType", "MOCK"),
                        entry("requestTemplates", Map.of("$default", "{\"statusCode\":200}")),
                        entry("templateSelectionExpression", "\\$default"));
        assertThat(api.inputs("IntegrationResponse chat-ping-integration-response"))
                .contains(
                        entry("integrationResponseKey", "$default"),
                        entry("templateSelectionExpression", "\\$default"),
                        entry("responseTemplates", Map.of("$default", "{\"pong\":true}")));
    }

    @Test
    void a_route_that_replies_says_so_and_has_a_route_response() {
        var api = RecordedApi.of(minimal());
        assertThat(api.inputs("Route chat-ping")).containsEntry("routeResponseSelectionExpression", "$default");
        assertThat(api.inputs("RouteResponse chat-ping-response"))
                .contains(entry("routeId", "chat-ping-id"), entry("routeResponseKey", "$default"));
    }

    @Test
    void a_route_is_one_way_unless_it_replies() {
        assertThat(with(Route.mock()).resources().keySet())
                .noneMatch(
                        resource -> resource.startsWith("RouteResponse") || resource.startsWith("IntegrationResponse"));
    }

    @Test
    void a_reply_of_a_proxy_needs_no_integration_response() {
        assertThat(with(Route.to(function("echo")).replying()).names("IntegrationResponse"))
                .isEmpty();
    }

    @Test
    void http_is_called_with_what_is_mapped() {
        var http = with(Route.http("POST", "https://example.com/in")
                .timeout(Duration.ofMillis(1500))
                .requestParameter("integration.request.header.connection", "context.connectionId")
                .requestTemplate("{\"from\":\"$context.connectionId\"}")
                .replying("$input.body"));
        assertThat(http.inputs("Integration chat-talk-integration"))
                .containsOnly(
                        entry("apiId", "chat-id"),
                        entry("integrationType", "HTTP"),
                        entry("integrationMethod", "POST"),
                        entry("integrationUri", "https://example.com/in"),
                        entry("timeoutMilliseconds", 1500.0),
                        entry(
                                "requestParameters",
                                Map.of("integration.request.header.connection", "context.connectionId")),
                        entry("requestTemplates", Map.of("$default", "{\"from\":\"$context.connectionId\"}")),
                        entry("templateSelectionExpression", "\\$default"));
    }

    @Test
    void an_http_proxy_is_called_as_it_is() {
        assertThat(with(Route.httpProxy("ANY", Output.of("https://example.com")))
                        .inputs("Integration chat-talk-integration"))
                .containsOnly(
                        entry("apiId", "chat-id"),
                        entry("integrationType", "HTTP_PROXY"),
                        entry("integrationMethod", "ANY"),
                        entry("integrationUri", "https://example.com"));
    }

    @Test
    void what_goes_through_a_vpc_link_names_it() {
        assertThat(with(Route.httpProxy("POST", "http://internal.example.com").through("a1b2c3"))
                        .inputs("Integration chat-talk-integration"))
                .contains(entry("connectionType", "VPC_LINK"), entry("connectionId", "a1b2c3"));
    }

    @Test
    void a_message_that_no_template_is_chosen_for_never_reaches_an_aws_service() {
        var uri = "arn:aws:apigateway:eu-west-1:sqs:path/123456789012/queue";
        assertThat(with(Route.aws(uri, ROLE).requestTemplates("$request.body.kind", Map.of("a", "Action=SendMessage")))
                        .inputs("Integration chat-talk-integration"))
                .contains(
                        entry("integrationType", "AWS"),
                        entry("integrationUri", uri),
                        entry("credentialsArn", "arn:aws:iam::123456789012:role/api"),
                        entry("templateSelectionExpression", "$request.body.kind"),
                        entry("passthroughBehavior", "NEVER"));
    }

    @Test
    void a_function_is_called_by_its_invoke_arn() {
        assertThat(with(Route.to(function("echo"))).inputs("Integration chat-echo-function-integration"))
                .containsOnly(
                        entry("apiId", "chat-id"),
                        entry("integrationType", "AWS_PROXY"),
                        entry("integrationMethod", "POST"),
                        entry("integrationUri", "arn:aws:apigateway:::chat-echo-function"));
    }

    @Test
    void routes_to_one_function_share_it_and_its_integration() {
        var echo = function("echo");
        var api = RecordedApi.of(WebSocketApiArgs.builder()
                .route("$connect", Route.to(echo))
                .route("$default", Route.to(echo).replying()));
        assertThat(api.names("LambdaFunction")).containsExactly("chat-echo-function");
        assertThat(api.inputs("Route chat-connect"))
                .containsEntry("target", "integrations/chat-echo-function-integration-id");
        assertThat(api.inputs("Route chat-default"))
                .containsEntry("target", "integrations/chat-echo-function-integration-id");
    }

    @Test
    void routes_to_one_function_in_different_ways_have_integrations_of_their_own() {
        var echo = function("echo");
        assertThat(RecordedApi.of(WebSocketApiArgs.builder()
                                .route("fast", Route.to(echo).timeout(Duration.ofSeconds(1)))
                                .route("quick", Route.to(echo).timeout(Duration.ofSeconds(1)))
                                .route("slow", Route.to(echo)))
                        .names("Integration"))
                .hasSize(2);
    }

    @Test
    void a_function_is_told_where_its_connections_are() {
        assertThat(with(Route.to(function("echo"))).inputs("Function chat-echo-function", "environment"))
                .containsEntry(
                        "variables", Map.of("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", "https://" + HOST + "/live"));
    }

    @Test
    void a_function_may_post_to_connections_of_this_stage_and_no_others() {
        assertThat(policyOf(function("echo"))).endsWith("," + allowing("POST") + "]}");
    }

    @Test
    void a_function_may_do_more_with_connections_if_it_asks_for_it_and_nothing_if_it_asks_for_that() {
        assertThat(policyOf(asking(ConnectionAction.DELETE, ConnectionAction.GET)))
                .endsWith("," + allowing("GET") + "," + allowing("DELETE") + "]}")
                .doesNotContain("POST");
        assertThat(policyOf(asking())).doesNotContain("execute-api");
    }

    private static NewFunction asking(ConnectionAction... actions) {
        var echo = function("echo");
        return new NewFunction(
                echo.name(), echo.args().toBuilder().connections(actions).build());
    }

    private static String policyOf(NewFunction echo) {
        return with(Route.to(echo))
                .inputs("RolePolicy chat-echo-function-policy")
                .get("policy")
                .toString();
    }

    private static String allowing(String action) {
        return "{\"Effect\":\"Allow\",\"Action\":[\"execute-api:ManageConnections\"],\"Resource\":\"" + EXECUTION_ARN
                + "/live/" + action + "/@connections/*\"}";
    }

    @Test
    void an_authorizer_that_has_no_route_gets_no_right_to_connections() {
        var api = connecting(Route.mock().requiring(RequestAuthorizer.of("guard", function("guard"))));
        assertThat(api.inputs("RolePolicy chat-guard-function-policy")
                        .get("policy")
                        .toString())
                .doesNotContain("execute-api");
    }

    @Test
    void a_functions_own_tags_win() {
        var talk = new NewFunction(
                "talk", functionArgs().tags(Map.of("team", "bots")).build());
        assertThat(RecordedApi.of(WebSocketApiArgs.builder()
                                .route("$default", Route.to(talk))
                                .tags(Map.of("team", "chat", "stage", "dev")))
                        .inputs("Function chat-talk-function", "tags"))
                .containsOnly(entry("team", "bots"), entry("stage", "dev"));
    }

    @Test
    void permissions_are_no_wider_than_stage_and_route() {
        var echo = function("echo");
        var api = RecordedApi.of(
                WebSocketApiArgs.builder().route("$connect", Route.to(echo)).route("talk", Route.to(echo)));
        assertThat(api.names("Permission")).containsExactly("chat-connect-permission", "chat-talk-permission");
        assertThat(api.inputs("Permission chat-talk-permission"))
                .containsOnly(
                        entry("action", "lambda:InvokeFunction"), entry("principal", "apigateway.amazonaws.com"),
                        entry("function", "chat-echo-function-1a2b3c4"),
                                entry("sourceArn", EXECUTION_ARN + "/live/talk"));
    }

    @Test
    void a_function_with_more_routes_than_its_policy_holds_has_one_permission_for_the_stage() {
        var echo = function("echo");
        var args = WebSocketApiArgs.builder();
        for (int i = 0; i < ApiGatewayLimits.ROUTES_MAX; i++) {
            args.route("r" + i, Route.to(echo));
        }
        var api = RecordedApi.of(args);
        assertThat(api.names("Permission")).containsExactly("chat-echo-function-permission");
        assertThat(api.inputs("Permission chat-echo-function-permission"))
                .containsEntry("sourceArn", EXECUTION_ARN + "/live/*");
    }

    @Test
    void the_stage_waits_for_permissions_and_functions() {
        var options = with(Route.to(function("echo"))).options().get("Stage chat-stage");
        assertThat(PulumiTest.extractValue(options.getDependsOn()))
                .extracting(it -> it.pulumiResourceName())
                .containsExactlyInAnyOrder("chat-echo-function", "chat-talk-permission");
    }

    @Test
    void an_authorizer_is_asked_at_connect() {
        var api = connecting(Route.mock()
                .requiring(RequestAuthorizer.of("guard", function("guard"), "route.request.querystring.token")));
        assertThat(api.inputs("Authorizer chat-guard-authorizer"))
                .containsOnly(
                        entry("apiId", "chat-id"),
                        entry("authorizerType", "REQUEST"),
                        entry("authorizerUri", "arn:aws:apigateway:::chat-guard-function"),
                        entry("identitySources", List.of("route.request.querystring.token")));
        assertThat(api.inputs("Route chat-connect"))
                .contains(entry("authorizationType", "CUSTOM"), entry("authorizerId", "chat-guard-authorizer-id"));
    }

    @Test
    void an_authorizer_may_be_called_as_itself_and_not_by_routes() {
        var api = connecting(Route.mock().requiring(RequestAuthorizer.of("guard", function("guard"))));
        assertThat(api.names("Permission")).containsExactly("chat-guard-authorizer-permission");
        assertThat(api.inputs("Permission chat-guard-authorizer-permission"))
                .containsEntry("sourceArn", EXECUTION_ARN + "/authorizers/chat-guard-authorizer-id");
    }

    @Test
    void an_existing_function_is_called_through_its_alias() {
        var existing = new ExistingFunction("old", Output.of("arn:invoke"), Output.of("old-name"), Optional.of("live"));
        var api = with(Route.to(existing));
        assertThat(api.names("Function")).isEmpty();
        assertThat(api.inputs("Integration chat-old-function-integration"))
                .containsEntry("integrationUri", "arn:invoke");
        assertThat(api.inputs("Permission chat-talk-permission"))
                .contains(entry("function", "old-name"), entry("qualifier", "live"));
    }

    @Test
    void a_function_with_snapstart_is_called_and_permitted_by_its_alias() {
        var echo = new NewFunction("echo", functionArgs().snapStart(true).build());
        var api = with(Route.to(echo));
        assertThat(api.inputs("Integration chat-echo-function-integration"))
                .containsEntry("integrationUri", "arn:aws:apigateway:::chat-echo-function-alias");
        assertThat(api.inputs("Permission chat-talk-permission"))
                .contains(entry("function", "chat-echo-function-1a2b3c4"), entry("qualifier", "live"));
    }

    @Test
    void clients_may_be_asked_for_a_signature_and_a_key() {
        assertThat(connecting(Route.mock().requiringIam().requiringApiKey()).inputs("Route chat-connect"))
                .contains(entry("authorizationType", "AWS_IAM"), entry("apiKeyRequired", true));
    }

    @Test
    void messages_are_held_against_a_model() {
        var api = with(Route.mock().validating(new RequestModel("Talk", "{\"type\":\"object\"}")));
        assertThat(api.inputs("Model chat-Talk-model"))
                .containsOnly(
                        entry("apiId", "chat-id"),
                        entry("name", "Talk"),
                        entry("contentType", "application/json"),
                        entry("schema", "{\"type\":\"object\"}"));
        assertThat(api.inputs("Route chat-talk"))
                .contains(
                        entry("modelSelectionExpression", "\\$default"),
                        entry("requestModels", Map.of("$default", "Talk")));
    }

    @Test
    void the_endpoints_name_host_and_stage() {
        var api = RecordedApi.of(minimal()).api();
        assertThat(PulumiTest.extractValue(api.domainName())).isEqualTo(HOST);
        assertThat(PulumiTest.extractValue(api.endpoint())).isEqualTo("wss://" + HOST + "/live");
        assertThat(PulumiTest.extractValue(api.managementEndpoint())).isEqualTo("https://" + HOST + "/live");
    }

    @Test
    void every_childs_name_begins_with_the_apis() {
        assertThat(everything().resources().keySet())
                .allMatch(resource -> resource.split(" ", 2)[1].startsWith("chat"));
    }

    @Test
    void a_transform_sees_every_child() {
        var seen = new ConcurrentLinkedQueue<String>();
        var api = RecordedApi.of(all().transform(child -> {
            seen.add(child.name());
            return child;
        }));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(api.resources().keySet().stream()
                        .filter(resource ->
                                !resource.startsWith("WebSocketApi ") && !resource.startsWith("LambdaFunction "))
                        .map(resource -> resource.split(" ", 2)[1])
                        .toList());
    }

    @Test
    void a_transform_changes_what_is_registered() {
        assertThat(RecordedApi.of(minimal()
                                .transform(child -> child.change(
                                        ApiArgs.class,
                                        api -> ApiArgs.builder(api).version("2").build())))
                        .inputs("Api chat"))
                .containsEntry("version", "2");
    }

    @Test
    void children_can_be_had_by_what_they_are() {
        var api = everything().api();
        assertThat(api.routes()).containsOnlyKeys("$connect", "talk", "call", "ping");
        assertThat(api.functions()).containsOnlyKeys("echo", "guard");
        assertThat(api.authorizerFunctions()).containsOnlyKeys("guard");
        assertThat(api.integrations()).containsOnlyKeys("echo-function", "call", "ping");
        assertThat(api.authorizer()).isPresent();
        assertThat(api.accessLogGroup()).isPresent();
    }

    private static RecordedApi everything() {
        return RecordedApi.of(all());
    }

    private static WebSocketApiArgs.Builder all() {
        var echo = function("echo");
        return minimal()
                .route("$connect", Route.to(echo).requiring(RequestAuthorizer.of("guard", function("guard"))))
                .route("talk", Route.to(echo).replying().validating(new RequestModel("Talk", "{}")))
                .route(
                        "call",
                        Route.http("POST", "https://example.com")
                                .requestTemplate("{}")
                                .replying())
                .stage(WebSocketStageArgs.builder()
                        .accessLogs(AccessLogs.keptForDays(14))
                        .build());
    }
}
