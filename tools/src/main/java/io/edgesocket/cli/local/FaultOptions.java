package io.edgesocket.cli.local;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Faults;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** What is to go wrong on purpose from the start of {@code local}. */
final class FaultOptions {
    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "Something that is to go wrong: delay:ROUTE=MILLISECONDS, fail:ROUTE, throttle:ROUTE or "
                    + "edge-throws:FUNCTION, with *TIMES behind it if not always. May be given several times.")
    private List<String> written = List.of();

    Faults faults() {
        return new Faults(written.stream()
                .map(text -> asWritten("", () -> Fault.parse(text)))
                .toList());
    }

    /** @throws UsageException if one is for a route or a function that the run has not */
    static void requireTargets(Faults faults, LocalRun run) {
        var targets = FaultTargets.of(run);
        faults.all().forEach(fault -> asWritten(fault + ": ", () -> targets.known(fault)));
    }

    private static Fault asWritten(String text, Supplier<Fault> fault) {
        try {
            return fault.get();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--fault " + text + wrong.getMessage());
        }
    }
}
