package io.edgesocket.local.apigateway;

import static io.edgesocket.local.apigateway.HandMadeStack.object;
import static io.edgesocket.local.apigateway.HandMadeStack.templates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.journal.Refusal;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The integrations besides {@code AWS_PROXY}. */
class IntegrationsTest {
    private final TestBackend backend = new TestBackend();

    @AfterEach
    void stop() {
        backend.close();
    }

    private static HandMadeStack replying(String type, Consumer<ObjectNode> integration) {
        return new HandMadeStack()
                .integration("it", type, integration)
                .route("$default", "it", route -> route.put("routeResponseSelectionExpression", "$default"))
                .reply("$default");
    }

    private HandMadeStack http(String type, Consumer<ObjectNode> more) {
        return replying(type, integration -> {
            integration.put("integrationUri", backend.uri("/in")).put("integrationMethod", "POST");
            more.accept(integration);
        });
    }

    private static HandMadeStack respondingWith(HandMadeStack stack, String key, String template) {
        return stack.deployed(
                "integrationResponse:IntegrationResponse",
                "response for " + key,
                object().put("integrationId", "it")
                        .put("integrationResponseKey", key)
                        .set("responseTemplates", templates(template)));
    }

    private static String answer(HandMadeStack stack, String message) {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            return client.send(message).next();
        }
    }

    @Test
    void HTTP_PROXY_sends_the_message_as_it_is_and_its_answer_back() {
        assertThat(answer(http("HTTP_PROXY", integration -> {}), "hello")).isEqualTo("echo hello");
        assertThat(backend.seen()).singleElement().asString().startsWith("POST /in");
    }

    private static HandMadeStack throughLink(String link) {
        return replying(
                        "HTTP_PROXY",
                        integration -> integration
                                .put("integrationUri", "https://internal.example.com/in?from=client")
                                .put("integrationMethod", "POST")
                                .put("connectionType", "VPC_LINK")
                                .put("connectionId", link))
                .resource("aws:apigateway/vpcLink:VpcLink", "backend", object().put("targetArn", "arn"));
    }

    private GatewayOptions backendFor(String link) {
        var aws = GatewayOptions.AWS;
        return new GatewayOptions(
                false, aws.idleTimeout(), aws.maxDuration(), Map.of(link, URI.create(backend.uri(""))), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend", "a1b2c3"})
    void what_goes_into_a_vpc_goes_to_the_address_that_stands_for_the_link(String link) {
        try (var gateway = throughLink(link).start(backendFor(link));
                var client = gateway.connect()) {
            assertThat(client.send("hello").next()).isEqualTo("echo hello");
            assertThat(backend.seen()).singleElement().asString().startsWith("POST /in?from=client");
        }
    }

    @Test
    void an_address_for_a_vpc_link_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> throughLink("backend").start(backendFor("backnd")))
                .hasMessage("--vpc-link backnd: no integration goes through such a VPC link; there are backend");
    }

    @Test
    void what_goes_into_a_vpc_that_nothing_stands_for_is_refused_with_what_to_do() {
        try (var gateway = throughLink("backend").start();
                var client = gateway.connect()) {
            assertThat(client.send("hello").next()).contains("Internal server error");
            assertThat(gateway.refusals())
                    .extracting(Refusal::because)
                    .containsExactly(
                            "the VPC link backend leads into a VPC, which this machine doesn't reach; say what "
                                    + "stands for it: --vpc-link backend=http://127.0.0.1:3000");
        }
    }

    @Test
    void HTTP_sends_what_a_template_makes_of_the_message() {
        var stack = http(
                "HTTP",
                integration -> integration.set(
                        "requestTemplates",
                        templates("{\"text\":$input.json('$.text'),\"by\":\"$context.routeKey\"}")));
        assertThat(answer(stack, "{\"text\":\"hi\"}")).isEqualTo("echo {\"text\":\"hi\",\"by\":\"$default\"}");
    }

    @Test
    void a_template_is_chosen_by_its_selection_expression() {
        var stack = http(
                "HTTP",
                integration -> integration
                        .put("templateSelectionExpression", "$request.body.kind")
                        .set("requestTemplates", object().put("a", "A").put("b", "B")));
        assertThat(answer(stack, "{\"kind\":\"b\"}")).isEqualTo("echo B");
    }

    @Test
    void a_message_that_no_template_is_for_is_passed_on_as_it_is() {
        var stack = http(
                "HTTP",
                integration -> integration
                        .put("templateSelectionExpression", "$request.body.kind")
                        .set("requestTemplates", object().put("a", "A")));
        assertThat(answer(stack, "{}")).isEqualTo("echo {}");
    }

    @Test
    void a_message_that_no_template_is_for_is_refused_where_passthrough_is_NEVER() {
        var stack = http(
                "HTTP",
                integration -> integration
                        .put("passthroughBehavior", "NEVER")
                        .put("templateSelectionExpression", "$request.body.kind")
                        .set("requestTemplates", object().put("a", "A")));
        assertThat(answer(stack, "{}")).contains("Internal server error");
        assertThat(backend.seen()).isEmpty();
    }

    @Test
    void request_parameters_become_headers_query_and_path() {
        var stack = replying("HTTP_PROXY", integration -> {
                    integration
                            .put("integrationUri", backend.uri("/rooms/{room}"))
                            .put("integrationMethod", "POST");
                    integration
                            .putObject("requestParameters")
                            .put("integration.request.header.X-Connection", "context.connectionId")
                            .put("integration.request.header.X-Fixed", "'fixed'")
                            .put("integration.request.querystring.table", "stageVariables.table")
                            .put("integration.request.path.room", "route.request.body.room");
                })
                .stage(stage -> stage.putObject("stageVariables").put("table", "t 1"));
        answer(stack, "{\"room\":\"a/b\"}");
        assertThat(backend.seen())
                .singleElement()
                .asString()
                .startsWith("POST /rooms/a%2Fb?table=t%201")
                .contains("X-Fixed: fixed")
                .containsPattern("X-Connection: .+=");
    }

    @Test
    void a_stage_variable_may_stand_in_the_URI() {
        var stack = replying(
                        "HTTP_PROXY",
                        integration -> integration
                                .put("integrationUri", backend.uri("/${stageVariables.where}"))
                                .put("integrationMethod", "POST"))
                .stage(stage -> stage.putObject("stageVariables").put("where", "there"));
        answer(stack, "x");
        assertThat(backend.seen()).singleElement().asString().startsWith("POST /there");
    }

    @Test
    void an_integration_that_takes_longer_than_its_timeout_is_told_to_the_client() {
        var stack = replying(
                "HTTP_PROXY",
                integration ->
                        integration.put("integrationUri", backend.uri("/never")).put("timeoutMilliseconds", 50));
        assertThat(answer(stack, "x")).startsWith("{\"message\":\"Endpoint request timed out\"");
    }

    @Test
    void an_integration_that_nobody_listens_to_is_an_Internal_server_error() {
        var stack = replying("HTTP_PROXY", integration -> integration.put("integrationUri", "http://127.0.0.1:1/"));
        assertThat(answer(stack, "x")).startsWith("{\"message\":\"Internal server error\"");
    }

    @Test
    void MOCK_replies_with_what_its_response_template_makes() {
        var stack = respondingWith(
                replying("MOCK", integration -> integration.set("requestTemplates", templates("{\"statusCode\":200}"))),
                "$default",
                "{\"pong\":true}");
        assertThat(answer(stack, "ping")).isEqualTo("{\"pong\":true}");
    }

    /** The page that lists them is AG:apigateway-websocket-api-mapping-template-reference. */
    @ParameterizedTest
    @CsvSource({
        "connectionId,            [\\w-]+=",
        "connectedAt,             \\d{13}",
        "domainName,              api1.execute-api.us-east-1.amazonaws.com",
        "eventType,               MESSAGE",
        "messageId,               [\\w-]+=",
        "routeKey,                \\$default",
        "requestId,               [\\w-]+=",
        "extendedRequestId,       [\\w-]+=",
        "apiId,                   api1",
        "requestTime,             \\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000",
        "requestTimeEpoch,        \\d{13}",
        "stage,                   live",
        "identity.sourceIp,       127.0.0.1",
        "identity.userAgent,      tester",
        "authorizer.principalId,  ''",
        "authorizer.room,         ''",
        "error.messageString,     ''",
        "error.message,           ''",
        "error.responseType,      ''",
        "error.validationErrorString, ''",
        "identity.accountId,      ''",
        "identity.apiKey,         ''",
        "identity.apiKeyId,       ''",
        "identity.caller,         ''",
        "identity.cognitoAuthenticationProvider, ''",
        "identity.cognitoAuthenticationType, ''",
        "identity.cognitoIdentityId, ''",
        "identity.cognitoIdentityPoolId, ''",
        "identity.user,           ''",
        "identity.userArn,        ''",
        "integrationLatency,      ''",
        "status,                  ''"
    })
    void a_template_has_every_documented_variable_or_the_empty_text(String variable, String value) {
        var stack = respondingWith(
                replying("MOCK", integration -> integration.set("requestTemplates", templates("{\"statusCode\":200}"))),
                "$default",
                "[$context." + variable + "]");
        try (var gateway = stack.start();
                var client = gateway.connect("User-Agent", "tester")) {
            assertThat(client.send("x").next()).matches("\\[" + value + "]");
        }
    }

    @Test
    void MOCK_has_the_message_in_its_request_template_and_nothing_in_its_response_template() {
        var stack = respondingWith(
                replying(
                        "MOCK",
                        integration -> integration.set(
                                "requestTemplates", templates("{\"statusCode\":$input.path('$.status')}"))),
                "/2\\d\\d/",
                "[$input.body$input.path('$.status')]");
        assertThat(answer(stack, "{\"status\":201}")).isEqualTo("[]");
    }

    @Test
    void MOCK_without_a_statusCode_is_an_Internal_server_error() {
        assertThat(answer(replying("MOCK", integration -> {}), "ping")).contains("Internal server error");
    }

    @Test
    void an_integration_response_is_chosen_by_the_status() {
        var stack = replying(
                "HTTP",
                integration -> integration
                        .put("integrationUri", backend.uri("/status/503"))
                        .put("integrationMethod", "POST"));
        respondingWith(stack, "/5\\d\\d/", "sorry");
        respondingWith(stack, "$default", "fine");
        assertThat(answer(stack, "x")).isEqualTo("sorry");
    }

    @Test
    void MOCK_at_connect_lets_clients_in() {
        try (var gateway = new HandMadeStack()
                .integration(
                        "it",
                        "MOCK",
                        integration -> integration.set("requestTemplates", templates("{\"statusCode\":200}")))
                .route("$connect", "it", route -> {})
                .start()) {
            gateway.connect().close();
        }
    }

    @Test
    void AWS_calls_a_function_with_what_a_template_makes_and_replies_with_what_it_returns() {
        var function = FakeFunction.returning("plain", event -> event.path("n").toString());
        var stack = replying(
                        "AWS",
                        integration -> integration
                                .put("integrationUri", HandMadeStack.uri(function))
                                .set("requestTemplates", templates("{\"n\":$input.path('$.x.y')}")))
                .function(function)
                .permission("plain", "live/$default");
        assertThat(answer(stack, "{\"x\":{\"y\":7}}")).isEqualTo("7");
    }

    @Test
    void an_AWS_service_whose_answers_are_not_known_is_refused_with_what_to_do() {
        var stack = replying(
                "AWS",
                integration ->
                        integration.put("integrationUri", "arn:aws:apigateway:eu-west-1:kinesis:action/PutRecord"));
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(client.send("x").next()).contains("Internal server error");
            assertThat(gateway.refusals())
                    .extracting(Refusal::because)
                    .containsExactly("kinesis PutRecord is not played on localhost; say what stands for it: "
                            + "--service kinesis=http://127.0.0.1:4566");
        }
    }

    @Test
    void a_path_that_is_no_JSONPath_is_an_Internal_server_error_and_the_journal_says_which() {
        var stack =
                http("HTTP", integration -> integration.set("requestTemplates", templates("$input.json('$.items[*')")));
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(client.send("{}").next()).contains("Internal server error");
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because())
                            .startsWith("request template: \"$.items[*\" is no JSONPath: "));
        }
    }

    @Test
    void a_request_parameter_may_be_any_JSONPath_of_the_message() {
        var stack = http(
                "HTTP_PROXY",
                integration -> integration
                        .putObject("requestParameters")
                        .put("integration.request.header.X-First", "route.request.body.items[*].id")
                        .put("integration.request.header.X-Last", "route.request.body.items[-1].id"));
        answer(stack, "{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
        assertThat(backend.seen())
                .singleElement()
                .asString()
                .containsIgnoringCase("X-First: [\"a\",\"b\"]")
                .containsIgnoringCase("X-Last: b");
    }

    @Test
    void a_template_that_is_wrong_is_an_Internal_server_error_and_the_journal_says_why() {
        var stack = http("HTTP", integration -> integration.set("requestTemplates", templates("#if($input.body)")));
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(client.send("x").next()).contains("Internal server error");
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because()).contains("template can't be read"));
        }
    }
}
