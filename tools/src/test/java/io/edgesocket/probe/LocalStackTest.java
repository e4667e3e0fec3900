package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalOptions;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionOptions;
import io.edgesocket.probe.Expected.Origin;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The local run is what a probe wants of AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackTest {
    private static final String KEY = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final Duration IDLE = Duration.ofSeconds(2);

    private Findings all;
    private Findings idle;

    @BeforeAll
    void probe() {
        try (var run = start(GatewayOptions.AWS)) {
            all = Probed.patiently(
                    target(run).sending(List.of(Probed.PING, Probed.HELLO)).withLimits());
        }
        var soon = new GatewayOptions(true, IDLE, GatewayOptions.AWS.maxDuration(), Map.of(), Map.of());
        try (var run = start(soon)) {
            idle = Probed.patiently(target(run).sending(List.of(Probed.PING)).withIdle(IDLE));
        }
    }

    @Test
    void no_check_fails() {
        assertThat(Probed.wrong(all)).isSubsetOf("messages.order"); // which AWS doesn't promise
    }

    @Test
    void what_cannot_be_there_is_skipped() {
        assertThat(Probed.ids(all, Outcome.Skipped.class))
                .containsExactlyInAnyOrder(
                        "dns.a",
                        "dns.aaaa",
                        "dns.cloudfront",
                        "tls.used",
                        "tls.chain",
                        "tls.name",
                        "tls.days",
                        "tls.modern",
                        "tls.old",
                        "tls.alpn",
                        "http.plain",
                        "http.ws",
                        "handshake.subprotocol",
                        "edge.pop",
                        "token.with",
                        "token.without",
                        "token.wrong",
                        "idle.closed",
                        "idle.kept");
    }

    @Test
    void a_silent_connection_is_closed_and_one_with_messages_is_not() {
        assertThat(Probed.wrong(idle)).isEmpty();
        assertThat(Probed.ids(idle, Outcome.Passed.class)).contains("idle.closed", "idle.kept");
    }

    private static Target target(LocalRun run) {
        var origin = new Origin(run.stages().get(0).client(), true, "x-api-key");
        return Target.of(run.edge())
                .expecting(new Expected(true, true, Optional.empty(), Optional.of(origin), List.of()));
    }

    private static LocalRun start(GatewayOptions gateway) {
        var guard = "{\"kind\":\"apiKey\",\"keys\":{\"blue\":\"%s\"},\"sends\":\"blue\"}".formatted(KEY);
        var config = Map.of("aws:region", "eu-west-1", "edgesocket:originGuard", guard);
        var registrations =
                Engine.run(new StackConfig("edgesocket", "test", config, Set.of("edgesocket:originGuard")), App::stack);
        return LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                new LocalOptions(gateway, FunctionOptions.NONE, Map.of(), EdgeOptions.NONE),
                Journal.NONE,
                (function, line) -> {});
    }
}
