package io.edgesocket.probe.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.probe.Diagnosis;
import io.edgesocket.probe.Finding;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Outcome;
import io.edgesocket.text.Printable;

/** For programs. */
public final class FindingsJson {
    /** The version of the format. It changes when a property is renamed or removed. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1000.0;

    private FindingsJson() {}

    /** @param strict whether a warning counts as a failure */
    public static String render(Findings findings, boolean strict) {
        var root = JSON.createObjectNode()
                .put("version", VERSION)
                .put("address", findings.address().toString())
                .put("succeeded", findings.succeeded(strict))
                .put("passed", findings.count(Outcome.Passed.class))
                .put("warned", findings.count(Outcome.Warned.class))
                .put("failed", findings.count(Outcome.Failed.class))
                .put("skipped", findings.count(Outcome.Skipped.class))
                .put("seconds", findings.took().toMillis() / MILLIS);
        var checks = root.putArray("checks");
        findings.all().forEach(finding -> checks.add(check(finding)));
        try {
            return Printable.json(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree can always be written
        }
    }

    private static ObjectNode check(Finding finding) {
        var check = JSON.createObjectNode()
                .put("id", finding.id())
                .put("group", finding.group())
                .put("outcome", finding.outcome().word())
                .put("expected", finding.expectation())
                .put("seen", finding.outcome().seen())
                .put("source", finding.source())
                .put("basis", finding.basis().words())
                .put("seconds", finding.took().toMillis() / MILLIS);
        Diagnosis.of(finding.outcome())
                .ifPresent(diagnosis -> check.put("cause", diagnosis.cause()).put("change", diagnosis.change()));
        var wire = check.putArray("wire");
        finding.wire().forEach(wire::add);
        return check;
    }
}
