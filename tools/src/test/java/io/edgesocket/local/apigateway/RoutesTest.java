package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which route a message takes, and what comes back. */
class RoutesTest {

    @Test
    void a_message_takes_the_route_that_its_selection_expression_gives() {
        var send = FakeFunction.echo("send");
        try (var gateway = new HandMadeStack()
                        .replying("send", send)
                        .to("$default", FakeFunction.ok("other"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"send\",\"x\":1}").next()).isEqualTo("{\"action\":\"send\",\"x\":1}");
            assertThat(send.context().path("routeKey").asText()).isEqualTo("send");
        }
    }

    @Test
    void an_expression_may_join_several_parts_of_the_message() {
        try (var gateway = new HandMadeStack()
                        .api(api -> api.put("routeSelectionExpression", "${request.body.on.what}/${request.body.do}"))
                        .replying("room/join", FakeFunction.echo("join"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"do\":\"join\",\"on\":{\"what\":\"room\"}}")
                            .next())
                    .contains("join");
        }
    }

    @Test
    void a_static_expression_sends_every_message_one_way() {
        try (var gateway = new HandMadeStack()
                        .api(api -> api.put("routeSelectionExpression", "all"))
                        .replying("all", FakeFunction.echo("all"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("not JSON").next()).isEqualTo("not JSON");
        }
    }

    @Test
    void an_expression_that_is_no_JSONPath_is_told_at_each_message_and_the_client_stays_connected() {
        try (var gateway = new HandMadeStack()
                        .api(api -> api.put("routeSelectionExpression", "${request.body.a[*}"))
                        .replying("$default", FakeFunction.echo("rest"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{}").next()).contains("Forbidden");
            assertThat(client.send("{}").next()).contains("Forbidden");
            assertThat(gateway.refusals())
                    .hasSize(2)
                    .allSatisfy(refusal -> assertThat(refusal.because())
                            .startsWith("in the routeSelectionExpression, \"$.a[*\" is no JSONPath: "));
        }
    }

    @Test
    void a_message_that_is_no_JSON_takes_the_default_route() {
        try (var gateway = new HandMadeStack()
                        .replying("$default", FakeFunction.echo("rest"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("hello").next()).isEqualTo("hello");
        }
    }

    @Test
    void a_message_without_the_field_takes_the_default_route() {
        try (var gateway = new HandMadeStack()
                        .replying("$default", FakeFunction.echo("rest"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{}").next()).isEqualTo("{}");
        }
    }

    @Test
    void no_message_leads_to_connect_or_disconnect() {
        var connect = FakeFunction.ok("connect");
        try (var gateway = new HandMadeStack()
                        .to("$connect", connect)
                        .replying("$default", FakeFunction.echo("rest"))
                        .start();
                var client = gateway.connect()) {
            client.send("{\"action\":\"$connect\"}").next();
            assertThat(connect.events()).hasSize(1);
        }
    }

    @Test
    void without_a_route_for_it_a_message_is_answered_Forbidden_and_the_connection_stays_open() {
        try (var gateway = new HandMadeStack()
                        .replying("echo", FakeFunction.echo("echo"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"no such\"}").next())
                    .matches("\\{\"message\":\"Forbidden\",\"connectionId\":\"[^\"]+=\",\"requestId\":\"[^\"]+=\"}");
            assertThat(client.send("{\"action\":\"echo\"}").next()).isEqualTo("{\"action\":\"echo\"}");
        }
    }

    @Test
    void a_route_outside_the_deployment_is_not_served() {
        var function = FakeFunction.echo("late");
        try (var gateway = new HandMadeStack()
                        .function(function)
                        .permission("late", "live/late")
                        .integration(
                                "late",
                                "AWS_PROXY",
                                inputs -> inputs.put("integrationUri", HandMadeStack.uri(function)))
                        .resource(
                                "aws:apigatewayv2/route:Route",
                                "late",
                                HandMadeStack.object()
                                        .put("apiId", HandMadeStack.API)
                                        .put("routeKey", "late")
                                        .put("target", "integrations/late"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"late\"}").next()).contains("Forbidden");
        }
    }

    @Test
    void a_stage_that_deploys_by_itself_serves_every_route_of_its_api() {
        try (var gateway = new HandMadeStack()
                        .replying("late", FakeFunction.echo("late"))
                        .stage(stage -> stage.put("autoDeploy", true).remove("deploymentId"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"late\"}").next()).contains("late");
        }
    }

    @Test
    void a_route_without_a_route_response_is_one_way() {
        try (var gateway = new HandMadeStack()
                        .to("quiet", FakeFunction.echo("quiet"))
                        .replying("echo", FakeFunction.echo("echo"))
                        .start();
                var client = gateway.connect()) {
            client.send("{\"action\":\"quiet\"}");
            assertThat(client.send("{\"action\":\"echo\"}").next()).contains("echo");
        }
    }

    @Test
    void a_function_that_fails_is_an_Internal_server_error_and_the_connection_stays_open() {
        try (var gateway = new HandMadeStack()
                        .to("bad", FakeFunction.failing("bad", "no"))
                        .replying("echo", FakeFunction.echo("echo"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"bad\"}").next())
                    .matches(
                            "\\{\"message\":\"Internal server error\",\"connectionId\":\"[^\"]+\",\"requestId\":\"[^\"]+\"}");
            assertThat(client.send("{\"action\":\"echo\"}").next()).contains("echo");
        }
    }

    @Test
    void without_a_permission_for_the_route_the_function_is_not_called_and_the_journal_says_why() {
        var function = FakeFunction.echo("closed");
        try (var gateway = new HandMadeStack()
                        .function(function)
                        .permission("closed", "live/other")
                        .integration(
                                "closed",
                                "AWS_PROXY",
                                inputs -> inputs.put("integrationUri", HandMadeStack.uri(function)))
                        .route("closed", "closed", route -> {})
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"closed\"}").next()).contains("Internal server error");
            assertThat(function.events()).isEmpty();
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because()).contains("no Permission", "api1/live/closed"));
        }
    }
}
