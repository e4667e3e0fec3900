package io.edgesocket.cli.rehearsal;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.edgesocket.components.PulumiRuntime;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.functions.ConnectionAction;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.settings.ConfiguredStack;
import io.edgesocket.settings.Settings;
import java.net.URI;
import java.nio.file.Path;

/** The program of the {@link RehearsalProject}: it has what most programs have. */
final class RehearsalStack {
    private static final FunctionCode CODE = FunctionCode.java(EchoHandler.class.getName(), place());

    private RehearsalStack() {}

    public static void main(String[] args) {
        PulumiRuntime.prepare();
        Pulumi.run(RehearsalStack::stack);
    }

    private static void stack(Context ctx) {
        var stack = ConfiguredStack.of(ctx);
        var api = stack.api("api", routes(stack.settings()), CODE);
        var cdn = stack.cdn("cdn", api, stack.certificate("certificate"));
        api.map(WebSocketApi::managementEndpoint).ifPresent(endpoint -> ctx.export("managementEndpoint", endpoint));
        ctx.export("url", cdn.url());
    }

    private static WebSocketApiArgs.Builder routes(Settings settings) {
        var connect = function("connect", settings);
        var echo = function("echo", settings);
        var send = function("send", settings, ConnectionAction.POST);
        return WebSocketApiArgs.builder()
                .route("$connect", Route.to(connect))
                .route("$disconnect", Route.to(connect))
                .route("$default", Route.to(echo).replying())
                .route("send", Route.to(send).replying())
                .route("ping", Route.mock("{\"pong\":true}"))
                .stage(settings.stage().toStage())
                .tags(settings.tags());
    }

    private static NewFunction function(String name, Settings settings, ConnectionAction... connections) {
        var args = settings.functions().toFunction(CODE).toBuilder();
        return new NewFunction(name, args.connections(connections).build());
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
