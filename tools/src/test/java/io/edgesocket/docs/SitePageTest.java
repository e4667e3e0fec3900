package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.HttpOrigin;
import io.edgesocket.components.cdn.SiteOrigin;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.site.SiteBucket;
import io.edgesocket.components.site.SiteBucketArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.project.Project;
import io.edgesocket.iam.StackRights;
import io.edgesocket.local.LocalOptions;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.FunctionOptions;
import io.edgesocket.plan.Planner;
import io.edgesocket.settings.ConfiguredStack;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The page's example is planned, and played: site, HTTP API and WebSocket under one name. */
@Needs("node")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitePageTest {
    private static final Page PAGE = new Page(Path.of("docs", "site.md"));
    private static final Path FOLDER = Path.of("target", "pages", "site");
    private static final Path TEST = Path.of("tools/src/test/java/io/edgesocket/docs/SitePageTest.java");

    private final HttpClient client = HttpClient.newHttpClient();
    private Registrations registrations;
    private Server api;
    private LocalRun run;

    private static void stack(Context ctx) {
        var stack = ConfiguredStack.of(ctx);
        var routes = WebSocketApiArgs.builder()
                .route("$connect", Route.mock())
                .route("$default", Route.mock("{\"pong\":true}"))
                .stage(stack.settings().stage().toStage());
        var api = stack.api("chat", routes, FunctionCode.java("none.Needed", FOLDER));
        var certificate = stack.certificate("certificate");
        var site = new SiteBucket(
                "site",
                SiteBucketArgs.builder()
                        .folder(FOLDER)
                        .cacheControl("assets", "public, max-age=31536000, immutable")
                        .tags(stack.settings().tags())
                        .build());
        var cdn = stack.cdn(
                "cdn",
                api,
                certificate,
                more -> more.origin(SiteOrigin.of(site.bucket()).singlePage())
                        .path("/ws", stack.origin(api))
                        .path("/api", HttpOrigin.existing("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com")));
        ctx.export("site", cdn.siteUrl());
    }

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(FOLDER.resolve("assets"));
        Files.writeString(FOLDER.resolve("index.html"), "<p>the site");
        Files.writeString(FOLDER.resolve("assets/app.js"), "new WebSocket('/ws')");
        registrations = Engine.run(Project.at(Path.of("")).stack("dev"), SitePageTest::stack);
        api = new Server();
        var connector = new ServerConnector(api);
        connector.setHost("127.0.0.1");
        api.addConnector(connector);
        api.setHandler(new Users());
        api.start();
        var origins = Map.of("/api", URI.create("http://127.0.0.1:" + connector.getLocalPort()));
        run = LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                new LocalOptions(
                        GatewayOptions.AWS,
                        FunctionOptions.NONE,
                        Map.of(),
                        new EdgeOptions(Path.of(""), Map.of(), origins)),
                Journal.NONE,
                FunctionLog.NONE);
    }

    @AfterAll
    void stop() throws Exception {
        run.close();
        api.stop();
    }

    @Test
    void the_snippet_stands_in_this_test() throws IOException {
        assertThat(PAGE.blocks("java").map(snippet -> withoutSpace(snippet).replace("Path.of(\"site\")", "FOLDER")))
                .singleElement()
                .satisfies(snippet ->
                        assertThat(withoutSpace(Files.readString(TEST))).contains(snippet));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void it_is_planned() {
        var plan = Planner.plan(registrations, Path.of(""));
        assertThat(plan.resources())
                .extracting(resource -> resource.type().replaceFirst(".*:", "") + " " + resource.name())
                .contains(
                        "BucketV2 site",
                        "BucketObjectv2 site-index.html",
                        "BucketPolicy cdn-site-policy",
                        "OriginAccessControl cdn-site-access",
                        "Function cdn-site-paths",
                        "Distribution cdn");
        assertThat(plan.toString()).doesNotContain(Path.of("").toAbsolutePath().toString());
    }

    @Test
    void the_rights_that_it_needs_are_known() {
        assertThat(StackRights.unknownTypes(registrations)).isEmpty();
    }

    @Test
    void the_site_is_shown_on_all_its_paths() throws Exception {
        assertThat(get("/").body()).isEqualTo("<p>the site");
        assertThat(get("/users/7").body()).isEqualTo("<p>the site");
        var script = get("/assets/app.js");
        assertThat(script.body()).isEqualTo("new WebSocket('/ws')");
        assertThat(script.headers().map())
                .containsEntry("content-type", List.of("text/javascript; charset=utf-8"))
                .containsEntry("cache-control", List.of("public, max-age=31536000, immutable"));
    }

    @Test
    void a_script_that_is_not_there_is_not_the_page() throws Exception {
        assertThat(get("/assets/old.js").statusCode()).isEqualTo(403);
    }

    @Test
    void the_api_gets_the_whole_path_and_the_body() throws Exception {
        var request = HttpRequest.newBuilder(uri("/api/users?page=2"))
                .POST(HttpRequest.BodyPublishers.ofString("ada"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("POST /api/users?page=2 ada");
    }

    @Test
    void a_websocket_connects_on_its_path_and_on_no_other() throws Exception {
        var listener = new WebSocket.Listener() {};
        var socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(uri("/ws").toString().replace("http:", "ws:")), listener)
                .get(20, TimeUnit.SECONDS);
        assertThat(socket.isOutputClosed()).isFalse();
        socket.abort();
        assertThat(client.newWebSocketBuilder()
                        .buildAsync(URI.create(uri("/users").toString().replace("http:", "ws:")), listener))
                .failsWithin(20, TimeUnit.SECONDS);
    }

    @Test
    void nothing_of_it_is_passed_over_in_silence() {
        assertThat(run.notPlayed())
                .anyMatch(line -> line.contains("caching: every request goes to the origin"))
                .anyMatch(line -> line.contains("responseHeadersPolicyId"))
                .noneMatch(line -> line.contains("s3 Bucket") && !line.contains("PublicAccessBlock"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + run.edgePort() + path);
    }

    /** The HTTP API: it says what it was asked. */
    private static final class Users extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var asked = request.getMethod() + " " + request.getHttpURI().getPathQuery() + " "
                    + Content.Source.asStringAsync(request, StandardCharsets.UTF_8)
                            .join();
            Content.Sink.write(response, true, asked, callback);
            return true;
        }
    }
}
