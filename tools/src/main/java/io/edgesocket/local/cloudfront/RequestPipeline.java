package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The steps of one request, in CloudFront's order: what the behavior allows, the function at viewer-request, the origin
 * request policy, the function at origin-request, the origin. Each step may answer the request.
 *
 * @param viewers the request as it came
 */
record RequestPipeline(Behavior behavior, EdgeRequest viewers, Origins origins, Trace trace) {
    private static final int FORBIDDEN = 403;

    CompletableFuture<Answer> answer() {
        return admit(viewers).then(this::viewerRequest);
    }

    private Decision admit(EdgeRequest request) {
        if (!behavior.methods().contains(request.method())) {
            return refuse(
                    request.method() + " is not allowed by the behavior "
                            + behavior.pattern().text() + " of " + behavior.distribution(),
                    "a handshake is a GET; else widen allowedMethods",
                    "http-403-invalid-method",
                    "This distribution is not configured to "
                            + "allow the HTTP request method that was used for this request.");
        }
        if (request.isGetWithBody()) {
            return refuse(
                    "a GET with a body",
                    "send neither Transfer-Encoding nor a Content-Length above 0 with a GET",
                    "RequestAndResponseBehaviorCustomOrigin",
                    "Bad request.");
        }
        return behavior.viewerProtocol()
                .refusal(request)
                .map(this::withoutTls)
                .orElseGet(() -> new Decision.Go(request));
    }

    private Decision refuse(String because, String fix, String page, String told) {
        trace.refused(Step.VIEWER_REQUEST, () -> new Refusal(FORBIDDEN, because, fix, CloudFrontGuide.page(page)));
        return new Decision.Stop(CloudFrontPage.of(viewers.viewer(), FORBIDDEN, told));
    }

    private Decision withoutTls(Answer answer) {
        trace.refused(
                Step.VIEWER_REQUEST,
                () -> new Refusal(
                        answer.status(),
                        "the viewer came without TLS",
                        "connect with wss://; here: leave X-Forwarded-Proto out",
                        CloudFrontGuide.page("using-https-viewers-to-cloudfront")));
        return new Decision.Stop(answer);
    }

    private CompletableFuture<Answer> viewerRequest(EdgeRequest request) {
        var function = behavior.viewerRequest();
        return function.isPresent() && !function.get().format().seesCloudFrontHeaders()
                ? run(function, request)
                        .thenCompose(
                                decision -> decision.then(changed -> originRequest(withCloudFrontHeaders(changed))))
                : run(function, withCloudFrontHeaders(request))
                        .thenCompose(decision -> decision.then(this::originRequest));
    }

    private EdgeRequest withCloudFrontHeaders(EdgeRequest request) {
        return request.headers(
                CloudFrontHeaders.addTo(request, behavior.policy().cloudFrontHeaders()));
    }

    /**
     * The default root object takes the place of {@code /} if that is what the viewer asked for. Whether it does so where a
     * function made {@code /} of another path isn't said by AWS; not here.
     */
    private EdgeRequest withRootObject(EdgeRequest request) {
        return behavior.rootObject()
                .filter(object -> viewers.path().equals("/") && request.path().equals("/"))
                .map(object -> request.path("/" + object))
                .orElse(request);
    }

    private CompletableFuture<Answer> originRequest(EdgeRequest viewersChanged) {
        var request = withRootObject(viewersChanged);
        return toOrigin(
                request,
                changed -> origins.send(changed, trace)
                        .thenCompose(answer -> behavior.failover()
                                .filter(failover -> failover.isFor(changed, answer))
                                .map(failover -> failOver(request, answer, failover))
                                .orElseGet(() -> CompletableFuture.completedFuture(told(changed, answer)))));
    }

    /** The same request to the second origin, made in the same way as for the first. */
    private CompletableFuture<Answer> failOver(EdgeRequest request, Answer first, Failover failover) {
        trace.step(
                Step.ORIGIN_REQUEST,
                () -> first.status() + " from " + request.origin().id() + ": fails over to "
                        + failover.secondary().id(),
                () -> Map.of(
                        "status",
                        Integer.toString(first.status()),
                        "failover",
                        failover.secondary().id()));
        first.discard();
        return toOrigin(
                request.origin(failover.secondary()),
                changed -> origins.send(changed, trace).thenApply(answer -> told(changed, answer)));
    }

    private CompletableFuture<Answer> toOrigin(
            EdgeRequest request, Function<EdgeRequest, CompletableFuture<Answer>> send) {
        return run(behavior.originRequest(), forward(request)).thenCompose(decision -> decision.then(send));
    }

    private Answer told(EdgeRequest request, Answer answer) {
        try {
            new AnswerReport(viewers, request, behavior.policy()).tell(answer, trace);
            return answer;
        } catch (RuntimeException mistake) {
            answer.discard();
            throw mistake;
        }
    }

    private CompletableFuture<Decision> run(Optional<FunctionAssociation> function, EdgeRequest request) {
        return function.map(code -> code.decide(request, trace))
                .orElseGet(() -> CompletableFuture.completedFuture(new Decision.Go(request)));
    }

    private EdgeRequest forward(EdgeRequest request) {
        var policy = behavior.policy();
        trace.step(
                Step.ORIGIN_REQUEST_POLICY,
                () -> policy.name() + ": drops " + dropped(request).orElse("nothing"),
                () -> Map.of(
                        "policy", policy.name(), "dropped", dropped(request).orElse("")));
        return request.query(policy.queryString(request.query())).headers(OriginRequestHeaders.of(request, policy));
    }

    private Optional<String> dropped(EdgeRequest request) {
        return Optional.of(behavior.policy().dropped(request).collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty());
    }
}
