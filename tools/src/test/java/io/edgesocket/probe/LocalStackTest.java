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
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The local run is what a probe wants of AWS, and {@code docs/fidelity.md} says how it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackTest {
    private static final String KEY = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Path PAGE = Path.of("docs/fidelity.md");

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

    @Test
    void what_a_fidelity_report_compares_with_is_what_the_local_run_does() {
        assertThat(facts()).isEqualTo(Fidelity.local());
    }

    @Test
    void the_page_has_each_check_with_what_the_local_run_does() throws IOException {
        assertThat(Files.readString(PAGE)).contains(table());
    }

    @Test
    void nothing_differs_from_itself() {
        assertThat(Fidelity.differences(all)).isEmpty();
    }

    /** The order of answers is chance, and so neither is. */
    private Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        Stream.concat(idle.all().stream(), all.all().stream())
                .filter(finding -> !(finding.outcome() instanceof Outcome.Skipped))
                .filter(finding -> !finding.id().equals("messages.order"))
                .forEach(finding -> facts.put(finding.id(), Fidelity.fact(finding)));
        return facts;
    }

    private String table() {
        return all.all().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Finding finding) {
        var local = Optional.ofNullable(Fidelity.local().get(finding.id()))
                .orElseGet(() -> finding.outcome() instanceof Outcome.Skipped
                        ? "not checked: " + finding.outcome().seen()
                        : "any order");
        return "| `%s` | %s | [%s](%s) | %s |\n"
                .formatted(
                        finding.id(),
                        finding.expectation(),
                        finding.basis().words(),
                        finding.source(),
                        local.replace("|", "\\|"));
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
