package io.edgesocket.cli.rehearsal;

import com.pulumi.Context;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A stack of this tool. The user's own stack must not be played without a request: it may call other services.
 */
public final class RehearsalStack {
    private RehearsalStack() {}

    public static Registrations registrations() {
        return Engine.run(
                new StackConfig("rehearsal", "rehearsal", Map.of("aws:region", "us-east-1"), Set.of()),
                RehearsalStack::program);
    }

    private static void program(Context ctx) {
        var echo = new NewFunction(
                "echo",
                LambdaFunctionArgs.builder()
                        .code(FunctionCode.java(EchoHandler.class.getName(), place()))
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

    /** The jar that the class is in, which is the tool's. */
    private static Path place() {
        var jar = Path.of(URI.create(EchoHandler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return Path.of("").toAbsolutePath().relativize(jar);
    }
}
