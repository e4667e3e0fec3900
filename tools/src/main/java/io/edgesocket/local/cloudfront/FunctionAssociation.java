package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One function, at one event of one behavior. */
record FunctionAssociation(String name, EventFormat format, EdgeFunctions.Runner runner) {

    CompletableFuture<Decision> decide(EdgeRequest request, Trace trace) {
        return runner.run(format.event(request), trace.printedBy(name))
                .handle((result, failure) ->
                        failure == null ? checked(request, result, trace) : threw(request, failure, trace));
    }

    private Decision checked(EdgeRequest request, JsonNode result, Trace trace) {
        try {
            var decision = format.decision(request, result);
            trace.step(
                    Step.EDGE_FUNCTION,
                    () -> format.eventType() + " " + name + ": " + outcome(request, decision),
                    () -> Map.of("function", name, "event", format.eventType()));
            return decision;
        } catch (InvalidResultException invalid) {
            return refused(
                    request,
                    502,
                    "what " + name + " returned at " + format.eventType() + " is not valid: " + invalid.getMessage(),
                    invalid.fix(),
                    trace);
        }
    }

    private Decision threw(EdgeRequest request, Throwable failure, Trace trace) {
        return refused(
                request,
                503,
                name + " failed at " + format.eventType() + ": "
                        + Causes.of(failure).getMessage(),
                "fix the function: the request stops here",
                trace);
    }

    private Decision refused(EdgeRequest request, int status, String because, String fix, Trace trace) {
        trace.refused(
                Step.EDGE_FUNCTION,
                () -> new Refusal(
                        status,
                        because,
                        fix,
                        CloudFrontGuide.page(status == 502 ? "http-502-bad-gateway" : "http-503-service-unavailable")));
        return new Decision.Stop(CloudFrontPage.of(request.viewer(), status, format.failure(status)));
    }

    private static String outcome(EdgeRequest before, Decision decision) {
        if (decision instanceof Decision.Stop stop) {
            return "answers " + stop.answer().status();
        }
        var after = ((Decision.Go) decision).request();
        var changes = new ArrayList<String>();
        if (!after.target().equals(before.target())) {
            changes.add(before.target() + " → " + after.target());
        }
        ChangedRequest.names(before.headers(), after.headers()).forEach(name -> changes.add("changes " + name));
        return changes.isEmpty() ? "lets it pass as it is" : String.join("; ", changes);
    }
}
