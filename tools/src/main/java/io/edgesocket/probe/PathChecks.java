package io.edgesocket.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where a WebSocket is, and where none is. */
record PathChecks(Observed observed) {

    static List<Check> of(Observed observed) {
        var checks = new PathChecks(observed);
        var all = new ArrayList<Check>();
        observed.target()
                .expected()
                .paths()
                .forEach(path -> all.add(new Check(
                        PathId.of(path), "a WebSocket is at " + path, Pages.CF_WEBSOCKETS, () -> checks.known(path))));
        all.add(new Check(
                PathId.UNKNOWN,
                "an unknown path beside the socket's is refused",
                Pages.AG_ADDRESS,
                Basis.SEEN,
                checks::unknown));
        return all;
    }

    private Outcome known(String path) throws IOException {
        var answer =
                observed.answer(observed.target().at(path), observed.target().offer());
        return answer.status() == 101
                ? Outcome.passed("101")
                : Outcome.failed(
                        RefusedHandshake.seen(answer),
                        "no behavior of the distribution has this path, its function doesn't strip the prefix, or the API"
                                + " behind it refuses: API Gateway has no paths of its own and answers 403",
                        "see edgesocket:paths and docs/paths.md; edge code must make the path / before the stage is added");
    }

    private Outcome unknown() throws IOException {
        return observed.ifConnected(answered -> {
            try {
                return refusedBeside();
            } catch (IOException failure) {
                return Outcome.failed(
                        NetworkFailure.words(failure),
                        "the connection was refused or ended",
                        "run it again, and see whether handshake.101 fails too");
            }
        });
    }

    /** What is below a path may be the socket's, too: a behavior of CloudFront is often for all of it. */
    private Outcome refusedBeside() throws IOException {
        var path = observed.target().path().replaceFirst("/[^/]*$", "") + "/edgesocket-probe-" + UUID.randomUUID();
        var answer =
                observed.answer(observed.target().at(path), observed.target().offer());
        if (answer.status() == 101) {
            return Outcome.warned(
                    "101",
                    "edge code makes one path of all, or the origin isn't a WebSocket API of API Gateway, which refuses"
                            + " /STAGE/more with 403",
                    "have edge code strip its own prefix alone, so that a mistake in a client's address is seen");
        }
        return answer.status() >= 500
                ? Outcome.failed(
                        RefusedHandshake.seen(answer),
                        "edge code fails on a path that it doesn't know",
                        "have it pass such a request on, or answer it with a 403")
                : Outcome.passed(String.valueOf(answer.status()));
    }
}
