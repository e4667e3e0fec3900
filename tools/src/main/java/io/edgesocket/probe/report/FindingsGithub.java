package io.edgesocket.probe.report;

import io.edgesocket.probe.Diagnosis;
import io.edgesocket.probe.Finding;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Outcome;
import io.edgesocket.text.Printable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Annotations of a GitHub workflow: an error a failure, a warning a warning.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
public final class FindingsGithub {
    private FindingsGithub() {}

    public static String render(Findings findings) {
        return Stream.concat(
                        findings.all().stream().flatMap(FindingsGithub::annotation),
                        Stream.of(Printable.of(findings.address() + ": " + FindingsText.summary(findings))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> annotation(Finding finding) {
        return Diagnosis.of(finding.outcome()).stream()
                .map(diagnosis -> "::" + (finding.outcome() instanceof Outcome.Failed ? "error" : "warning") + " title="
                        + property(finding.id() + ": " + finding.expectation()) + "::"
                        + data(finding.outcome().seen() + "\ncause: " + diagnosis.cause() + "\nchange: "
                                + diagnosis.change() + "\nsource: " + finding.source()));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return Printable.lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
