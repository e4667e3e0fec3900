package io.edgesocket.cli.local;

import io.edgesocket.local.LocalRun;
import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Fault.Kind;
import io.edgesocket.local.journal.NearestMiss;
import io.edgesocket.local.lambda.LocalFunction;
import java.util.List;

/**
 * What of a local run can go wrong on purpose, by its names.
 *
 * @param functions     of these, the next call can be a cold start
 * @param edgeFunctions those of Lambda@Edge, which can throw
 */
record FaultTargets(List<String> routes, List<String> functions, List<String> edgeFunctions) {

    static FaultTargets of(LocalRun run) {
        return new FaultTargets(
                run.routeKeys(),
                run.functions().stream().map(LocalFunction::name).sorted().toList(),
                run.edgeFunctions());
    }

    /**
     * The same fault.
     *
     * @throws IllegalArgumentException if it would never come about, as there is no such route or function; the message says
     *                                  which there are
     */
    Fault known(Fault fault) {
        var atEdge = fault.kind() == Kind.EDGE_THROWS;
        var there = atEdge ? edgeFunctions : routes;
        if (!there.contains(fault.of())) {
            throw new IllegalArgumentException(
                    "there is no " + (atEdge ? "Lambda@Edge function" : "route") + " \"" + fault.of()
                            + '"'
                            + NearestMiss.of(fault.of(), there)
                                    .map(nearest -> ", but \"" + nearest + '"')
                                    .orElse("")
                            + "; there are " + (there.isEmpty() ? "none" : String.join(", ", there)));
        }
        return fault;
    }
}
