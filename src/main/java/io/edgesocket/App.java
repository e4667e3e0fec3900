package io.edgesocket;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.edgesocket.components.PulumiRuntime;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.functions.ConnectionAction;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.handlers.SendHandler;
import io.edgesocket.handlers.SessionHandler;
import io.edgesocket.handlers.WhoAmIHandler;
import io.edgesocket.settings.ConfiguredStack;
import io.edgesocket.settings.Settings;
import java.nio.file.Path;

/** The program: what a stack consists of. Routes and functions are set here, what differs per stack in its settings. */
public final class App {
    /** Ready-made functions, which Maven puts there. */
    private static final Path USERS = Path.of("target/function/users");

    private static final FunctionCode JWT = FunctionCode.java("io.edgesocket.users.JwtAuthorizerHandler", USERS);
    private static final FunctionCode ORIGIN_KEYS = FunctionCode.java("io.edgesocket.users.OriginKeyHandler", USERS);

    private App() {}

    public static void main(String[] args) {
        PulumiRuntime.prepare();
        Pulumi.run(App::stack);
    }

    /** Declares the resources of one stack. */
    public static void stack(Context ctx) {
        var stack = ConfiguredStack.of(ctx);
        var api = stack.api("chat", chat(ctx.stackName(), stack.settings()), ORIGIN_KEYS);
        var certificate = stack.certificate("certificate");
        var cdn = stack.cdn("cdn", api, certificate);
        stack.dns("dns", cdn);
        stack.alarms("alarms", api, cdn);
        stack.dashboard("dashboard", api, cdn);

        api.map(WebSocketApi::managementEndpoint).ifPresent(endpoint -> ctx.export("managementEndpoint", endpoint));
        ctx.export("url", cdn.url());
    }

    private static WebSocketApiArgs.Builder chat(String stackName, Settings settings) {
        var sessions = function("sessions", SessionHandler.class, settings);
        var echo = function("echo", EchoHandler.class, settings);
        var whoAmI = function("whoami", WhoAmIHandler.class, settings);
        var send = function("send", SendHandler.class, settings, ConnectionAction.POST);
        return WebSocketApiArgs.builder()
                .description("Chat, stack " + stackName)
                .route("$connect", Route.to(sessions).requiring(settings.authorizer(JWT)))
                .route("$disconnect", Route.to(sessions))
                .route("$default", Route.to(echo).replying())
                .route("whoami", Route.to(whoAmI).replying())
                .route("send", Route.to(send).replying())
                .route("ping", Route.mock("{\"pong\":true}"))
                .stage(settings.stage().toStage())
                .tags(settings.tags());
    }

    /** @param connections what it does with connections of the API, besides answering on the one that calls it */
    private static NewFunction function(
            String name, Class<?> handler, Settings settings, ConnectionAction... connections) {
        var args = settings.functions().toFunction(FunctionCode.java(handler)).toBuilder();
        return new NewFunction(name, args.connections(connections).build());
    }
}
