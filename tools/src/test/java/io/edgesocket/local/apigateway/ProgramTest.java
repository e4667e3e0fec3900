package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.stack.PlayedStack;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a program registers is what is played. */
class ProgramTest {
    private static final String POLICY = "{\"principalId\":\"ann\",\"policyDocument\":{\"Statement\":{"
            + "\"Action\":\"execute-api:Invoke\",\"Effect\":\"Allow\",\"Resource\":\"*\"}}}";
    private final Map<String, FakeFunction> functions =
            Map.of("echo", FakeFunction.echo("echo"), "guard", FakeFunction.returning("guard", POLICY));

    private static void program() {
        var echo = function("echo");
        new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route(
                                "$connect",
                                Route.to(echo)
                                        .requiring(RequestAuthorizer.of(
                                                "guard", function("guard"), "route.request.querystring.token")))
                        .route("$default", Route.to(echo).replying())
                        .route("ping", Route.mock("{\"pong\":\"$context.stage\"}"))
                        .stage(WebSocketStageArgs.builder().name("live").build())
                        .build());
    }

    private static NewFunction function(String name) {
        return new NewFunction(
                name,
                LambdaFunctionArgs.builder()
                        .code(FunctionCode.java(EchoHandler.class))
                        .build());
    }

    private Optional<LocalFunction> find(PlayedStack stack, String uri) {
        return stack.ofType("aws:lambda/function:Function")
                .filter(function -> uri.contains(function.word("arn")))
                .findFirst()
                .map(function -> functions
                        .get(function.name().replaceFirst("^chat-", "").replaceFirst("-.*$", ""))
                        .of(function.urn()));
    }

    @Test
    void a_program_s_api_is_played_with_its_authorizer_permissions_and_replies() throws Exception {
        var stack = PlayedStack.of(Engine.run(
                new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), ctx -> program()));
        try (var gateway = Gateway.start(
                stack,
                uri -> find(stack, uri),
                Journal.NONE,
                Clock.systemUTC(),
                new InetSocketAddress("127.0.0.1", 0))) {
            var stage = gateway.stages().get(0);
            assertThat(stage.host()).endsWith(".execute-api.eu-west-1.amazonaws.com");
            assertThat(TestClient.refused(stage.client()).statusCode()).isEqualTo(401);
            try (var client = TestClient.connect(URI.create(stage.client() + "?token=t"), List.of())) {
                assertThat(client.send("hello").next()).isEqualTo("hello");
                assertThat(client.send("{\"action\":\"ping\"}").next()).isEqualTo("{\"pong\":\"live\"}");
            }
        }
    }
}
