package io.edgesocket.probe;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a local run answers each check, to be compared with what AWS does. {@code docs/fidelity.md} shows it; a test holds both
 * to a local run.
 */
public final class Fidelity {
    private static final String RESOURCE = "local.json";
    /** What is seen there is another with each run, stack or address: only how it ended can be compared. */
    private static final Set<String> OF_ITS_OWN = Set.of(
            "dns",
            "edge",
            "token",
            "tls.chain",
            "tls.name",
            "tls.days",
            "tls.old",
            "tls.alpn",
            "handshake.101",
            "handshake.accept",
            "handshake.subprotocol",
            "messages.answers",
            "messages.order",
            "close.stays-open");

    private Fidelity() {}

    /**
     * What AWS did differently from a local run.
     *
     * @param local what the local run does
     * @param here  what was found
     */
    public record Difference(String id, Basis basis, String local, String here) {}

    /** Skipped checks and those that only this stack has aren't compared. */
    public static List<Difference> differences(Findings findings) {
        var local = local();
        return findings.all().stream()
                .filter(finding -> !(finding.outcome() instanceof Outcome.Skipped))
                .filter(finding -> local.containsKey(finding.id()))
                .filter(finding -> !local.get(finding.id()).equals(fact(finding)))
                .map(finding -> new Difference(finding.id(), finding.basis(), local.get(finding.id()), fact(finding)))
                .toList();
    }

    /** By the checks' ids; without those that a local run skips. */
    static Map<String, String> local() {
        try (var json = Fidelity.class.getResourceAsStream(RESOURCE)) {
            return new TreeMap<>(new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is part of this program
        }
    }

    /** How it ended and what was seen, without times. */
    static String fact(Finding finding) {
        var word = finding.outcome().word();
        return OF_ITS_OWN.contains(finding.id()) || OF_ITS_OWN.contains(finding.group())
                ? word
                : word + ": " + finding.outcome().seen().replaceFirst(" after [0-9.]+ s$", "");
    }
}
