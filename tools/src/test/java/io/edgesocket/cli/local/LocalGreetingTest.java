package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pulumi.Context;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.SiteOrigin;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LocalGreetingTest {

    @Test
    void from_the_second_distribution_on_it_says_which_host_leads_there() throws IOException {
        try (var run = start("127.0.0.1")) {
            assertThat(greeting(run))
                    .containsSubsequence(
                            "CloudFront     ws://127.0.0.1:" + run.edgePort() + "  chat, *",
                            "CloudFront     ws://127.0.0.1:" + run.edgePort()
                                    + "  live, *; with Host: live.example.com");
            assertThat(greeting(run))
                    .anyMatch(line -> line.matches("CloudFront .*  news, \\*; with Host: .*\\.cloudfront\\.net"));
        }
    }

    @Test
    void where_the_root_is_a_site_it_says_the_path_of_the_socket() throws IOException {
        try (var run = start("127.0.0.1", LocalGreetingTest::site)) {
            var socket = "ws://127.0.0.1:" + run.edgePort() + "/ws";
            assertThat(greeting(run))
                    .contains("Try it: ./edgesocket connect " + socket + " --send 'hello'")
                    .anyMatch(line -> line.startsWith("CloudFront     " + socket + "  cdn, /ws"));
        }
    }

    @Test
    void an_address_of_IPv6_stands_in_brackets() throws IOException {
        assumeTrue(hasIPv6(), "needs IPv6");
        try (var run = start("::1")) {
            assertThat(greeting(run))
                    .contains("Try it: ./edgesocket connect ws://[0:0:0:0:0:0:0:1]:" + run.edgePort()
                            + " --send 'hello'");
        }
    }

    @Test
    void it_says_where_the_tables_are() throws IOException {
        try (var run = start("127.0.0.1", ctx -> {
            program(ctx);
            new Table("messages", TableArgs.builder().hashKey("id").build());
        })) {
            assertThat(greeting(run))
                    .anyMatch(line -> line.matches("DynamoDB       http://127\\.0\\.0\\.1:\\d+  messages, in memory"))
                    .noneMatch(line -> line.startsWith("not played") && line.contains("messages"));
        }
    }

    private static List<String> greeting(LocalRun run) {
        return LocalGreeting.of("dev", "here", run, Optional.empty()).lines().toList();
    }

    private static LocalRun start(String address) throws IOException {
        return start(address, LocalGreetingTest::program);
    }

    private static LocalRun start(String address, Consumer<Context> program) throws IOException {
        return LocalRun.start(
                Engine.run(new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), program),
                Path.of(""),
                new LocalRun.Place(InetAddress.getByName(address), 0, 0),
                Journal.NONE,
                FunctionLog.NONE);
    }

    private static void site(Context ctx) {
        var api = new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder().route("ping", Route.mock("{}")).build());
        var cdn = WebSocketCdnArgs.builder()
                .origin(SiteOrigin.existing("my-site", "eu-west-1"))
                .path("/ws", WebSocketOrigin.of(api));
        new WebSocketCdn("cdn", cdn.build());
    }

    private static void program(Context ctx) {
        new WebSocketCdn("chat", cdn().build());
        new WebSocketCdn(
                "live",
                cdn().aliases(List.of("live.example.com"))
                        .certificateArn("arn:aws:acm:us-east-1:123456789012:certificate/live")
                        .build());
        new WebSocketCdn("news", cdn().build());
    }

    private static WebSocketCdnArgs.Builder cdn() {
        return WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(Output.of("ws.example.com"), "live"));
    }

    private static boolean hasIPv6() {
        try {
            new ServerSocket(0, 1, InetAddress.getByName("::1")).close();
            return true;
        } catch (IOException none) {
            return false;
        }
    }
}
