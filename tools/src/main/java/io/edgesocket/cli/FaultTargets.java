package io.edgesocket.cli;

import io.edgesocket.local.LocalRun;
import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Fault.Kind;
import io.edgesocket.local.journal.NearestMiss;
import io.edgesocket.local.lambda.LocalFunction;
import java.util.List;

/** What of a local run can go wrong on purpose, by its names. */
record FaultTargets(List<String> routes, List<String> functions) {

    static FaultTargets of(LocalRun run) {
        return new FaultTargets(
                run.routeKeys(),
                run.functions().stream().map(LocalFunction::name).sorted().toList());
    }

    /**
     * The same fault.
     *
     * @throws IllegalArgumentException if it would never come about, as there is no such route or function; the message says
     *                                  which there are
     */
    Fault known(Fault fault) {
        var ofFunction = fault.kind() == Kind.EDGE_THROWS;
        var there = ofFunction ? functions : routes;
        if (!there.contains(fault.of())) {
            throw new IllegalArgumentException("there is no " + (ofFunction ? "function" : "route") + " \"" + fault.of()
                    + '"'
                    + NearestMiss.of(fault.of(), there)
                            .map(nearest -> ", but \"" + nearest + '"')
                            .orElse("")
                    + "; there are " + (there.isEmpty() ? "none" : String.join(", ", there)));
        }
        return fault;
    }
}
