package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.HeaderLines;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a request to its origin, a bucket, an API of the stack or any other address, with as many attempts as CloudFront makes.
 */
record Origins(ApiOrigin apis, RemoteOrigin remote) {

    CompletableFuture<Answer> send(EdgeRequest request, Trace trace) {
        var complete = request.headers(OriginRequestHeaders.withCustom(request));
        trace.step(
                Step.ORIGIN_REQUEST,
                () -> request.method() + " " + request.originTarget() + " to "
                        + request.origin().address() + what(request.origin()),
                () -> Map.of(
                        "origin",
                        request.origin().id(),
                        "target",
                        request.originTarget(),
                        "host",
                        request.origin().domainName(),
                        HeaderLines.SENT,
                        OriginRequestHeaders.lines(request.headers()),
                        HeaderLines.ADDED,
                        HeaderLines.ofNames(
                                request.origin().headers().keySet().stream().sorted())));
        return attempt(complete, trace, 1).exceptionally(failure -> unreached(complete, trace, failure));
    }

    private String what(OriginTarget origin) {
        if (origin.bucket().isPresent()) {
            return ", the bucket " + origin.bucket().get().name();
        }
        return apis.has(origin) ? ", an API of this stack" : "";
    }

    private CompletableFuture<Answer> attempt(EdgeRequest request, Trace trace, int attempt) {
        var bucket = request.origin().bucket();
        if (bucket.isPresent()) {
            return CompletableFuture.completedFuture(new BucketOrigin(bucket.get()).answer(request, trace));
        }
        var answer = apis.has(request.origin()) ? apis.send(request) : remote.send(request);
        return attempt == request.origin().attempts()
                ? answer
                : answer.exceptionallyCompose(failure -> {
                    if (!OriginFailure.isWorthAnotherAttempt(request, failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    trace.step(
                            Step.ORIGIN_REQUEST,
                            () -> "attempt " + (attempt + 1) + " of "
                                    + request.origin().attempts() + ", after "
                                    + OriginFailure.explain(request.origin(), failure)
                                            .because());
                    return attempt(request, trace, attempt + 1);
                });
    }

    private static Answer unreached(EdgeRequest request, Trace trace, Throwable failure) {
        var refusal = OriginFailure.explain(request.origin(), failure);
        trace.refused(Step.ORIGIN_REQUEST, () -> refusal);
        return new Answer.Unreached(
                CloudFrontPage.of(
                        request.viewer(),
                        refusal.status(),
                        refusal.status() == 504
                                ? "The origin did not answer in time."
                                : "CloudFront wasn't able to connect to the origin."),
                OriginFailure.failoverStatus(failure));
    }
}
