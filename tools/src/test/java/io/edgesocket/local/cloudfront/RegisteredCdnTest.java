package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import io.edgesocket.App;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.domain.AliasRecords;
import io.edgesocket.components.domain.AliasRecordsArgs;
import io.edgesocket.components.domain.EdgeCertificate;
import io.edgesocket.components.domain.EdgeCertificateArgs;
import io.edgesocket.components.domain.HostedZones;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.project.Project;
import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.EnvironmentVariables;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.Functions;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.workspace.Needs;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Distributions as a program registers them. */
@Timeout(120)
class RegisteredCdnTest {
    private static final Path FOLDER = Path.of("");
    private final StandInApis apis = new StandInApis();

    @Test
    void the_dev_stack_is_played_as_it_stands() throws Exception {
        var stack = registered(App::stack);
        try (var edge = start(stack, EdgeFunctions.NONE);
                var client = connect(edge, "/")) {
            client.send("hello");

            assertThat(client.next()).isEqualTo("hello");
            assertThat(apis.arrived.take().path()).isEqualTo("/live/");
        }
    }

    @Test
    @Needs("node")
    void a_path_s_function_runs_on_node_and_takes_the_prefix_off() throws Exception {
        var stack = registered(RegisteredCdnTest::twoPaths);
        try (var lambdas = Functions.of(
                        stack, FOLDER, EnvironmentVariables.asRegistered(), FunctionLog.NONE, Journal.NONE);
                var code = new StackCode(stack, lambdas::byArn, FunctionLog.NONE);
                var edge = start(stack, code);
                var client = connect(edge, "/news")) {
            client.send("hello");
            var arrival = apis.arrived.take();

            assertThat(client.next()).isEqualTo("hello");
            assertThat(arrival.path()).isEqualTo("/prod/");
            assertThat(arrival.header("x-original-path")).contains("/news");
        }
    }

    @Test
    void a_name_of_its_own_leads_to_a_distribution_as_dns_would() throws Exception {
        var stack = registered(RegisteredCdnTest::twoNames);
        try (var edge = start(stack, EdgeFunctions.NONE)) {
            assertThat(answerTo("news.example.com", edge).status()).isEqualTo(101);
            assertThat(apis.arrived.take().path()).isEqualTo("/prod/");
            assertThat(answerTo("any.chat.example.com", edge).status()).isEqualTo(101);
            assertThat(apis.arrived.take().path()).isEqualTo("/live/");
        }
    }

    private static RawAnswer answerTo(String host, Edge edge) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: Upgrade\r\n"
                                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(ISO_8859_1));
            return RawAnswer.read(socket.getInputStream());
        }
    }

    private static void twoNames(Context ctx) {
        var usEast1 = new UsEast1();
        named("chat", "live", "*.chat.example.com", usEast1);
        named("news", "prod", "news.example.com", usEast1);
    }

    private static void named(String name, String stage, String alias, UsEast1 usEast1) {
        var zones = HostedZones.of("example.com");
        var certificate = new EdgeCertificate(
                name + "-certificate",
                EdgeCertificateArgs.builder()
                        .names(List.of(alias))
                        .hostedZones(zones)
                        .usEast1(usEast1)
                        .build());
        var cdn = new WebSocketCdn(
                name,
                WebSocketCdnArgs.builder()
                        .origin(WebSocketOrigin.of(Output.of(name + ".execute-api.eu-west-1.amazonaws.com"), stage))
                        .aliases(List.of(alias))
                        .certificateArn(certificate.arn())
                        .build());
        new AliasRecords(
                name + "-dns",
                AliasRecordsArgs.builder().cdn(cdn).hostedZones(zones).build());
    }

    private static void twoPaths(Context ctx) {
        new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder()
                        .origin(WebSocketOrigin.of(Output.of("chat.execute-api.eu-west-1.amazonaws.com"), "live"))
                        .path(
                                "/news",
                                WebSocketOrigin.of(Output.of("news.execute-api.eu-west-1.amazonaws.com"), "prod"))
                        .build());
    }

    private static PlayedStack registered(Consumer<Context> program) {
        return PlayedStack.of(Engine.run(Project.at(FOLDER).stack("dev"), program));
    }

    private Edge start(PlayedStack stack, EdgeFunctions functions) throws Exception {
        return Edge.start(
                stack,
                new AnyApi(apis),
                functions,
                Journal.NONE,
                Clock.systemUTC(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static EdgeClient connect(Edge edge, String path) {
        return EdgeClient.connect(URI.create("ws://127.0.0.1:" + edge.port() + path));
    }

    /** Whatever API it is. */
    private record AnyApi(StandInApis apis) implements StackApis {
        @Override
        public boolean has(String host) {
            return host.contains(".execute-api.");
        }

        @Override
        public CompletableFuture<ConnectAnswer> connect(ConnectRequest request) {
            return apis.connect(request);
        }
    }
}
