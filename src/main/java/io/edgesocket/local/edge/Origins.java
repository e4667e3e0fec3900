package io.edgesocket.local.edge;

import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Takes a request to its origin: an API of the stack, or an address anywhere. */
record Origins(ApiOrigin apis, RemoteOrigin remote) {

    CompletableFuture<Answer> send(EdgeRequest request, Trace trace) {
        var complete = request.headers(OriginHeaders.withCustom(request));
        trace.step(Step.ORIGIN_REQUEST, () -> request.method() + " " + request.originTarget() + " to "
                        + request.origin().address() + (apis.has(request.origin()) ? ", an API of this stack" : ""),
                () -> Map.of("origin", request.origin().id(), "target", request.originTarget(),
                        "host", request.origin().domainName()));
        return apis.has(request.origin()) ? apis.send(complete, trace) : remote.send(complete, trace);
    }
}
