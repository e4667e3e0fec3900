package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.OriginRequestPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.OriginRequestPolicyHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.OriginRequestPolicyQueryStringsConfigArgs;
import io.edgesocket.components.Transform;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.probe.Expected.Origin;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The known mistakes with WebSockets behind CloudFront, made in a program that is played. */
class LocalFaultsTest {

    @Test
    void host_is_forwarded() {
        try (var run = played(Route.mock(), headers("allViewer"))) {
            var findings = Probed.patiently(Target.of(run.edge()));

            assertThat(Probed.words(findings, "handshake.101"))
                    .contains("403", "viewer's Host", "AllViewerExceptHostHeader");
        }
    }

    @Test
    void the_headers_of_the_handshake_are_not_forwarded() {
        try (var run = played(Route.mock(), headers("none"))) {
            var findings = Probed.patiently(Target.of(run.edge()));

            assertThat(Probed.words(findings, "handshake.101")).contains("drops them", "Sec-WebSocket-Key");
        }
    }

    @Test
    void the_token_is_not_forwarded() {
        var authorizer = RequestAuthorizer.of("guard", never(), "route.request.querystring.token");
        try (var run = played(Route.mock().requiring(authorizer), withoutQuery())) {
            var token = new Token(Token.Place.query, "token", "t0ken");
            var findings = Probed.patiently(
                    Target.of(run.edge()).offering(new Offer(List.of(), List.of(), Optional.of(token))));

            assertThat(Probed.wrong(findings)).contains("token.with");
            assertThat(Probed.words(findings, "handshake.101"))
                    .contains("401", "didn't reach the authorizer", "query:token");
        }
    }

    @Test
    void the_stage_is_missing() {
        try (var run = played(Route.mock(), Transform.NONE)) {
            var findings = Probed.patiently(Target.of(withoutStage(run)).expecting(Expected.UNKNOWN));

            assertThat(Probed.words(findings, "handshake.101")).contains("403", "the stage is missing");
        }
    }

    @Test
    void the_path_reaches_the_api() {
        try (var run = played(Route.mock(), Transform.NONE)) {
            var findings = Probed.patiently(Target.of(run.edge().resolve("/chat")));

            assertThat(Probed.words(findings, "handshake.101")).contains("the path /chat reaches it after the stage");
        }
    }

    @Test
    void the_edge_can_be_bypassed() {
        try (var run = played(Route.mock(), Transform.NONE)) {
            var origin = new Origin(run.stages().get(0).client(), true, "x-api-key");
            var findings = Probed.patiently(Target.of(run.edge())
                    .expecting(new Expected(true, true, Optional.empty(), Optional.of(origin), List.of())));

            assertThat(Probed.wrong(findings)).containsExactly("guard.no-key", "guard.wrong-key");
        }
    }

    private static URI withoutStage(LocalRun run) {
        return run.stages().get(0).client().resolve("/");
    }

    /** API Gateway refuses before it is asked. */
    private static NewFunction never() {
        return new NewFunction(
                "guard",
                LambdaFunctionArgs.builder()
                        .code(FunctionCode.java(EchoHandler.class))
                        .build());
    }

    private static Transform headers(String behavior) {
        return child -> child.change(
                OriginRequestPolicyArgs.class,
                policy -> OriginRequestPolicyArgs.builder(policy)
                        .headersConfig(OriginRequestPolicyHeadersConfigArgs.builder()
                                .headerBehavior(behavior)
                                .build())
                        .build());
    }

    private static Transform withoutQuery() {
        return child -> child.change(
                OriginRequestPolicyArgs.class,
                policy -> OriginRequestPolicyArgs.builder(policy)
                        .queryStringsConfig(OriginRequestPolicyQueryStringsConfigArgs.builder()
                                .queryStringBehavior("none")
                                .build())
                        .build());
    }

    private static LocalRun played(Route connect, Transform transform) {
        var registrations =
                Engine.run(new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), ctx -> {
                    var api = new WebSocketApi(
                            "chat",
                            WebSocketApiArgs.builder()
                                    .route("$connect", connect)
                                    .route("$default", Route.mock("{\"ok\":true}"))
                                    .build());
                    new WebSocketCdn(
                            "cdn",
                            WebSocketCdnArgs.builder()
                                    .origin(WebSocketOrigin.of(api))
                                    .transform(transform)
                                    .build());
                });
        return LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                Journal.NONE,
                (function, line) -> {});
    }
}
