package io.edgesocket;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.api.ApiGatewayAccount;
import io.edgesocket.components.api.NewFunction;
import io.edgesocket.components.api.OriginGuard;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.domain.AliasRecords;
import io.edgesocket.components.domain.EdgeCertificate;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.monitoring.Alarms;
import io.edgesocket.components.monitoring.MessageDashboard;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.handlers.SendHandler;
import io.edgesocket.handlers.SessionHandler;
import io.edgesocket.handlers.WhoAmIHandler;
import io.edgesocket.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.LogManager;

/** The program: what a stack consists of. Routes and functions are set here, what differs per stack in its settings. */
public final class App {
    /** Ready-made functions, which Maven puts there. */
    private static final Path USERS = Path.of("target/function/users");

    private static final FunctionCode JWT = FunctionCode.java("io.edgesocket.users.JwtAuthorizerHandler", USERS);
    private static final FunctionCode ORIGIN_KEYS = FunctionCode.java("io.edgesocket.users.OriginKeyHandler", USERS);

    private App() {}

    public static void main(String[] args) {
        // With one worker in this pool, which is what JDK 25 has on two cores, the SDK would wait for itself forever.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "4");
        LogManager.getLogManager().reset(); // the SDK logs what it also tells Pulumi, which prints it
        Pulumi.run(App::stack);
    }

    /** Declares the resources of one stack. */
    public static void stack(Context ctx) {
        var settings = Settings.of(ctx);
        var usEast1 = new UsEast1();
        var api = settings.endpoint().isPresent() ? Optional.<WebSocketApi>empty() : Optional.of(chat(ctx, settings));
        var origin = api.map(WebSocketOrigin::of)
                .orElseGet(() -> settings.existing(settings.endpoint().orElseThrow()));
        var certificate = settings.toCertificate(usEast1).map(args -> new EdgeCertificate("certificate", args));
        var cdn = new WebSocketCdn("cdn", settings.toCdn(origin, certificate, usEast1), settings.options());
        cdn.warnings().forEach(ctx.log()::warn);
        settings.toRecords(cdn).ifPresent(args -> new AliasRecords("dns", args, settings.options()));
        settings.toAlarms(api, cdn, usEast1).ifPresent(args -> new Alarms("alarms", args));
        settings.toDashboard(api, cdn).ifPresent(args -> new MessageDashboard("dashboard", args));
        ctx.export("url", cdn.url());
    }

    private static WebSocketApi chat(Context ctx, Settings settings) {
        var sessions = function("sessions", SessionHandler.class, settings);
        var args = WebSocketApiArgs.builder()
                .description("Chat, stack " + ctx.stackName())
                .route("$connect", Route.to(sessions).requiring(settings.authorizer(JWT)))
                .route("$disconnect", Route.to(sessions))
                .route(
                        "$default",
                        Route.to(function("echo", EchoHandler.class, settings)).replying())
                .route(
                        "whoami",
                        Route.to(function("whoami", WhoAmIHandler.class, settings))
                                .replying())
                .route(
                        "send",
                        Route.to(function("send", SendHandler.class, settings)).replying())
                .route("ping", Route.mock("{\"pong\":true}"))
                .stage(settings.stage().toStage())
                .tags(settings.tags());
        settings.check("chat", args.build());
        settings.toGuard(ORIGIN_KEYS)
                .ifPresent(guard -> args.guard(new OriginGuard("guard", guard, settings.options())));
        settings.toAccount().ifPresent(account -> args.account(new ApiGatewayAccount("account", account)));
        var api = new WebSocketApi("chat", args.build(), settings.options());
        ctx.export("managementEndpoint", api.managementEndpoint());
        return api;
    }

    private static NewFunction function(String name, Class<?> handler, Settings settings) {
        return new NewFunction(name, settings.functions().toFunction(FunctionCode.java(handler)));
    }
}
