package io.edgesocket.estate;

import com.pulumi.Context;
import com.pulumi.aws.apigateway.VpcLink;
import com.pulumi.aws.apigateway.VpcLinkArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.ServiceTarget;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.HttpOrigin;
import io.edgesocket.components.cdn.SiteOrigin;
import io.edgesocket.components.connections.ConnectionTable;
import io.edgesocket.components.connections.ConnectionTableArgs;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.site.SiteBucket;
import io.edgesocket.components.site.SiteBucketArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.project.Project;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.handlers.WhoAmIHandler;
import io.edgesocket.settings.ConfiguredStack;
import io.edgesocket.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The stack of {@code docs/estate.md}, which has everything. */
public final class Estate {
    public static final Path PAGE = Path.of("docs", "estate.md");
    /** Where a test's copy of the page's settings is, beside the project's file. */
    private static final Path FOLDER = Path.of("target", "pages", "estate");

    private static final Path SITE = FOLDER.resolve("site");
    private static final Path USERS = Path.of("target/function/users");

    private Estate() {}

    /** With the settings that the page has. */
    public static synchronized Registrations registrations() {
        try {
            Files.createDirectories(SITE.resolve("assets"));
            write(SITE.resolve("index.html"), "<p>the site");
            write(SITE.resolve("assets/app.js"), "new WebSocket('/ws')");
            write(FOLDER.resolve("Pulumi.estate.yaml"), settings());
            write(FOLDER.resolve("Pulumi.yaml"), Files.readString(Path.of("Pulumi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Engine.run(Project.at(FOLDER).stack("estate"), Estate::stack);
    }

    /** Another test may read it meanwhile, so it isn't written again. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private static String settings() throws IOException {
        return Files.readString(PAGE).replaceFirst("(?s).*?```yaml\n(.*?)```.*", "$1");
    }

    static void stack(Context ctx) {
        var stack = ConfiguredStack.of(ctx);
        var settings = stack.settings();
        var site = new SiteBucket(
                "site",
                SiteBucketArgs.builder()
                        .folder(SITE)
                        .cacheControl("assets", "public, max-age=31536000, immutable")
                        .tags(settings.tags())
                        .build());
        var certificate = stack.certificate("certificate");
        var api = stack.api("chat", routes(settings), FunctionCode.java("io.edgesocket.users.OriginKeyHandler", USERS));
        var cdn = stack.cdn(
                "cdn",
                api,
                certificate,
                more -> more.origin(SiteOrigin.of(site.bucket()).singlePage())
                        .path("/ws", stack.origin(api))
                        .path("/api", HttpOrigin.existing("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com")));
        stack.dns("dns", cdn);
        stack.alarms("alarms", api, cdn);
        ctx.export("site", cdn.siteUrl());
        ctx.export("url", cdn.url());
    }

    static WebSocketApiArgs.Builder routes(Settings settings) {
        var functions = settings.functions();
        var echo = new NewFunction("echo", functions.toFunction(FunctionCode.java(EchoHandler.class)));
        var history = new NewFunction(
                "history",
                functions.toFunction(FunctionCode.java(WhoAmIHandler.class)).toBuilder()
                        .vpc(List.of("subnet-0a1b2c3d4e5f60718"), List.of("sg-0a1b2c3d4e5f60718"))
                        .ephemeralStorageMb(1024)
                        .provisionedConcurrency(2)
                        .build());
        var backend = new VpcLink(
                "backend",
                VpcLinkArgs.builder()
                        .targetArn(
                                "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/backend/50dc6c495c0c9188")
                        .tags(settings.tags())
                        .build());
        var connections = new ConnectionTable(
                "connections",
                ConnectionTableArgs.builder()
                        .handler(functions.toFunction(ConnectionTable.HANDLER))
                        .kmsKey("arn:aws:kms:eu-west-1:123456789012:key/4567def0-12ab-34cd-56ef-1234567890ab")
                        .pointInTimeRecovery(true)
                        .tags(settings.tags())
                        .build(),
                settings.options());
        var orders = new Queue(
                "orders",
                QueueArgs.builder()
                        .sqsManagedSseEnabled(true)
                        .tags(settings.tags())
                        .build());
        return WebSocketApiArgs.builder()
                .route("$connect", Route.to(connections.handler()))
                .route("$disconnect", Route.to(connections.handler()))
                .route("$default", Route.to(echo).replying())
                .route("history", Route.to(history).replying())
                .route("orders", Route.to(ServiceTarget.queue(orders)).replying())
                .route(
                        "stock",
                        Route.httpProxy("POST", "http://backend.example.com/stock")
                                .through(backend)
                                .replying())
                .stage(settings.stage().toStage())
                .tags(settings.tags());
    }
}
