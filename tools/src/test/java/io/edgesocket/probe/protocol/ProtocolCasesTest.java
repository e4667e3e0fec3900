package io.edgesocket.probe.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Journal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Both ports of a local run do with each case what AWS does, or what the RFC says where AWS says nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolCasesTest {
    private static final Path PAGE = Path.of("docs/fidelity.md");

    private final LocalRun run = LocalRun.start(
            Engine.run(new StackConfig("edgesocket", "test", Map.of("aws:region", "eu-west-1"), Set.of()), ctx -> {
                var api = new WebSocketApi(
                        "chat",
                        WebSocketApiArgs.builder()
                                .route("$default", Route.mock("{\"ok\":true}"))
                                .build());
                new WebSocketCdn(
                        "cdn",
                        WebSocketCdnArgs.builder()
                                .origin(WebSocketOrigin.of(api))
                                .build());
            }),
            Path.of(""),
            new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
            Journal.NONE,
            (function, line) -> {});

    @AfterAll
    void stop() {
        run.close();
    }

    @Test
    void each_case_at_the_port_of_cloudfront_has_its_verdict() {
        assertThat(wrong(run.edge())).isEmpty();
    }

    @Test
    void each_case_at_the_port_of_api_gateway_has_its_verdict() {
        assertThat(wrong(run.stages().get(0).client())).isEmpty();
    }

    @Test
    void there_are_250_cases_and_no_two_are_the_same() {
        assertThat(Cases.list()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(Cases.list()).extracting(Case::toString).doesNotHaveDuplicates();
    }

    @Test
    void the_page_has_each_kind_with_its_cases_and_verdicts() throws IOException {
        assertThat(Files.readString(PAGE)).contains(table());
    }

    /** Cases that end otherwise, with how. */
    private static List<String> wrong(URI address) {
        var wrong = new ArrayList<String>();
        for (var each : Cases.list()) {
            var seen = seen(address, each);
            if (!seen.equals(each.verdict().toString())) {
                wrong.add(each + ": " + seen + " instead of " + each.verdict());
            }
        }
        return wrong;
    }

    private static String seen(URI address, Case each) {
        try {
            var seen = CaseClient.play(address, each);
            return seen.equals(each.verdict()) ? each.verdict().toString() : seen.toString() + " " + seen.pongs();
        } catch (IOException cut) {
            return "cut off (" + cut + ")";
        }
    }

    private static String table() {
        return Arrays.stream(Kind.values()).map(ProtocolCasesTest::row).collect(Collectors.joining());
    }

    private static String row(Kind kind) {
        var cases = Cases.list().stream().filter(each -> each.kind() == kind).toList();
        var verdicts = cases.stream()
                .collect(Collectors.groupingBy(each -> each.verdict().toString(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining("; "));
        return "| %s | %d | %s | %s |\n".formatted(kind.words(), cases.size(), verdicts, kind.source());
    }
}
