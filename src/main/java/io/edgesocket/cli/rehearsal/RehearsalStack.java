package io.edgesocket.cli.rehearsal;

import com.pulumi.Context;
import io.edgesocket.components.FunctionCode;
import io.edgesocket.components.LambdaFunctionArgs;
import io.edgesocket.components.Route;
import io.edgesocket.components.RouteFunction;
import io.edgesocket.components.WebSocketApi;
import io.edgesocket.components.WebSocketApiArgs;
import io.edgesocket.components.WebSocketCdn;
import io.edgesocket.components.WebSocketCdnArgs;
import io.edgesocket.components.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import java.util.Map;
import java.util.Set;

/**
 * A stack of the tool's own, to be played while nobody asked for it: the user's may call others when somebody connects.
 */
public final class RehearsalStack {
    private RehearsalStack() {}

    public static Registrations registrations() {
        return Engine.run(
                new StackConfig("rehearsal", "rehearsal", Map.of("aws:region", "us-east-1"), Set.of()),
                RehearsalStack::program);
    }

    private static void program(Context ctx) {
        var echo = new RouteFunction(
                "echo",
                LambdaFunctionArgs.builder()
                        .code(FunctionCode.java(EchoHandler.class))
                        .build());
        var api = new WebSocketApi(
                "api",
                WebSocketApiArgs.builder()
                        .route("$connect", Route.to(echo))
                        .route("$default", Route.to(echo).replying())
                        .build());
        new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
    }
}
