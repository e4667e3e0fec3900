package io.edgesocket.probe;

import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.wire.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether the API can be reached around CloudFront. */
record GuardChecks(Observed observed) {
    /** An authorizer may be what refuses. */
    private static final Outcome NO_PROOF = Outcome.skipped(
            "this handshake isn't let in through CloudFront either, so a refusal here says nothing: see handshake.101");

    static List<Check> of(Observed observed) {
        var checks = new GuardChecks(observed);
        return List.of(
                new Check(
                        "guard.no-key",
                        "the API refuses a client that doesn't come through CloudFront",
                        Pages.AG_KEYS,
                        () -> checks.refused(List.of())),
                new Check("guard.wrong-key", "the API refuses a wrong key", Pages.AG_KEYS, checks::wrongKey));
    }

    private Outcome wrongKey() throws IOException {
        var header =
                observed.target().expected().origin().map(Origin::keyHeader).orElse("x-api-key");
        return refused(List.of(new Header(header, "edgesocket-probe-wrong-key")));
    }

    /** With the token, so that nothing but the guard can refuse. */
    private Outcome refused(List<Header> more) throws IOException {
        var expected = observed.target().expected().origin();
        if (expected.isEmpty()) {
            return Outcome.skipped("--origin says where the API itself is");
        }
        var origin = expected.get();
        if (!origin.guarded()) {
            return Outcome.skipped("the stack has no origin guard: the API can be reached around CloudFront");
        }
        var offer = observed.target().offer();
        var headers = new ArrayList<>(offer.headers());
        headers.addAll(more);
        try {
            var answer = observed.answer(origin.address(), new Offer(headers, offer.subprotocols(), offer.token()));
            return judged(origin, answer.status(), RefusedHandshake.seen(answer));
        } catch (IOException closed) {
            return Outcome.failed(
                    NetworkFailure.words(closed),
                    "the API's address is wrong, or it is closed to everybody",
                    "give --origin as `pulumi stack output managementEndpoint` says it, with wss:// before it; leave it out for"
                            + " an API whose execute-api address is closed");
        }
    }

    private Outcome judged(Origin origin, int status, String seen) {
        return switch (status) {
            case 401, 403 -> refused(origin, seen);
            case 101 ->
                Outcome.failed(
                        "101",
                        "the API takes everybody, so the edge can be bypassed: the web ACL, edge code and logs of CloudFront",
                        "lock it with edgesocket:originGuard; if it has one, see that enforced isn't false and that the stage was"
                                + " deployed since");
            default ->
                Outcome.failed(
                        seen,
                        "neither let in nor refused by the guard",
                        "see that --origin is wss://API.execute-api.REGION.amazonaws.com/STAGE, and look at the API's log");
        };
    }

    /** API Gateway refuses an address without a stage as it does a client without a key: with 403 Forbidden. */
    private Outcome refused(Origin origin, String seen) {
        if (!origin.isOfStage()) {
            return Outcome.failed(
                    seen,
                    "the path of --origin is no stage, so API Gateway refuses it whatever guard there is: this proves nothing",
                    "give --origin with the stage's name as its path: wss://API.execute-api.REGION.amazonaws.com/STAGE, or what"
                            + " `edgesocket local` prints as API Gateway");
        }
        return observed.isConnected() ? Outcome.passed(seen) : NO_PROOF;
    }
}
