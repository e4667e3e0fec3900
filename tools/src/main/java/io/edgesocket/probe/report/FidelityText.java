package io.edgesocket.probe.report;

import io.edgesocket.probe.Fidelity;
import io.edgesocket.probe.Fidelity.Difference;
import io.edgesocket.probe.Findings;
import io.edgesocket.text.Printable;
import java.util.stream.Collectors;

/** What an address does differently from a local run. */
public final class FidelityText {
    private static final String SEND =
            "\nPlease open an issue with these lines, and say what the address is: CloudFront and API"
                    + " Gateway, or something else. docs/fidelity.md has what is known.\n";

    private FidelityText() {}

    public static String render(Findings findings) {
        var differences = Fidelity.differences(findings);
        return differences.isEmpty()
                ? "\nNothing differs from a local run (docs/fidelity.md) in what was checked.\n"
                : "\nDifferent from a local run (docs/fidelity.md):\n\n"
                        + differences.stream().map(FidelityText::lines).collect(Collectors.joining())
                        + SEND;
    }

    private static String lines(Difference difference) {
        return difference.id() + " (" + difference.basis().words() + ")\n  local  " + Printable.of(difference.local())
                + "\n  here   " + Printable.of(difference.here()) + "\n";
    }
}
