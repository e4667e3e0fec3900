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
import io.edgesocket.local.tls.DevelopmentCertificate;
import io.edgesocket.local.tls.LocalTrust;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.users.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The local run is what a probe wants of AWS, and {@code docs/fidelity.md} says how it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackTest {
    private static final String KEY = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Pattern SHOWN = Pattern.compile("token\\..*|tls\\.(old|alpn)");
    private static final Path PAGE = Path.of("docs/fidelity.md");

    private Findings all;
    private Findings secured;

    /** What takes TLS, a token, a subprotocol or a short idle time is probed in a run of its own. */
    @BeforeAll
    void probe(@TempDir Path home) throws IOException {
        try (var run = start(GatewayOptions.AWS, Map.of(), Optional.empty())) {
            all = Probed.patiently(
                    target(run).sending(List.of(Probed.PING, Probed.HELLO)).withLimits());
        }
        var machine = Map.of("HOME", home.toString(), "PATH", "");
        var certificate = DevelopmentCertificate.get(machine, new TreeSet<>(Set.of("127.0.0.1", "localhost")));
        var soon = new GatewayOptions(true, IDLE, GatewayOptions.AWS.maxDuration(), Map.of(), Map.of());
        try (var issuer = Issuer.start();
                var run = start(soon, Map.of("edgesocket:users", users(issuer)), Optional.of(certificate))) {
            var token = new Token(Token.Place.subprotocol, "jwt", issuer.token());
            secured = Probed.patiently(
                    LocalTrust.of(machine),
                    target(run)
                            .offering(new Offer(List.of(), List.of("chat"), Optional.of(token)))
                            .sending(List.of(Probed.PING))
                            .withIdle(IDLE));
        }
    }

    private static String users(Issuer issuer) {
        return "{\"issuer\":\"%s\",\"audiences\":[\"%s\"],\"jwksUri\":\"%s\",\"snapStart\":false,\"token\":{\"subprotocol\":\"jwt\"}}"
                .formatted(Issuer.NAME, Issuer.AUDIENCE, issuer.keys());
    }

    @Test
    void no_check_fails() {
        assertThat(Probed.wrong(all)).isSubsetOf("messages.order"); // which AWS doesn't promise
        assertThat(Probed.wrong(secured)).isEmpty();
    }

    @Test
    void what_cannot_be_there_is_skipped() {
        var skipped = new ArrayList<>(Probed.ids(all, Outcome.Skipped.class));
        skipped.retainAll(Probed.ids(secured, Outcome.Skipped.class));
        assertThat(skipped)
                .containsExactlyInAnyOrder("dns.a", "dns.aaaa", "dns.cloudfront", "http.plain", "http.ws", "edge.pop");
    }

    @Test
    void a_silent_connection_is_closed_and_one_with_messages_is_not() {
        assertThat(Probed.ids(secured, Outcome.Passed.class)).contains("idle.closed", "idle.kept");
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
        assertThat(Fidelity.differences(secured)).isEmpty();
    }

    /** The order of answers is chance, and so neither is. */
    private Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        Stream.concat(secured.all().stream(), all.all().stream())
                .filter(finding -> !(finding.outcome() instanceof Outcome.Skipped))
                .filter(finding -> !finding.id().equals("messages.order"))
                .forEach(finding -> facts.put(finding.id(), Fidelity.fact(finding)));
        return facts;
    }

    private String table() {
        return all.all().stream().map(this::row).collect(Collectors.joining()); // with AWS's idle time
    }

    private String row(Finding finding) {
        return "| `%s` | %s | [%s](%s) | %s |\n"
                .formatted(
                        finding.id(),
                        finding.expectation(),
                        finding.basis().words(),
                        finding.source(),
                        shown(Probed.finding(secured, finding.id())).replace("|", "\\|"));
    }

    /** What was seen, too, where it is not compared, but the same with each run. */
    private static String shown(Finding finding) {
        var outcome = finding.outcome();
        if (outcome instanceof Outcome.Passed && SHOWN.matcher(finding.id()).matches()) {
            return outcome.word() + ": " + outcome.seen();
        }
        return Optional.ofNullable(Fidelity.local().get(finding.id()))
                .orElseGet(
                        () -> finding.id().equals("messages.order") ? "any order" : "not checked: " + outcome.seen());
    }

    private static Target target(LocalRun run) {
        var origin = new Origin(run.stages().get(0).client(), true, "x-api-key");
        return Target.of(run.edge())
                .expecting(new Expected(true, true, Optional.empty(), Optional.of(origin), List.of()));
    }

    private static LocalRun start(
            GatewayOptions gateway, Map<String, String> more, Optional<DevelopmentCertificate> certificate) {
        var guard = "{\"kind\":\"apiKey\",\"keys\":{\"blue\":\"%s\"},\"sends\":\"blue\"}".formatted(KEY);
        var config = new HashMap<>(more);
        config.putAll(Map.of("aws:region", "eu-west-1", "edgesocket:originGuard", guard));
        var registrations =
                Engine.run(new StackConfig("edgesocket", "test", config, Set.of("edgesocket:originGuard")), App::stack);
        return LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0, Set.of(), certificate),
                new LocalOptions(gateway, FunctionOptions.NONE, Map.of(), EdgeOptions.NONE),
                Journal.NONE,
                (function, line) -> {});
    }
}
