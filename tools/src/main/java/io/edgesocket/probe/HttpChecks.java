package io.edgesocket.probe;

import io.edgesocket.probe.Expected.PlainHttp;
import io.edgesocket.probe.wire.HttpAnswer;
import io.edgesocket.probe.wire.HttpRequest;
import io.edgesocket.probe.wire.UnreachableException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a client gets that is none of a WebSocket, or that comes without TLS. */
record HttpChecks(Observed observed) {

    static List<Check> of(Observed observed) {
        var checks = new HttpChecks(observed);
        return List.of(
                new Check(
                        "http.plain",
                        "http:// is redirected to https:// or refused",
                        Pages.CF_VIEWERS_HTTPS,
                        checks::plain),
                new Check(
                        "http.ws",
                        "no WebSocket can be opened without TLS",
                        Pages.CF_VIEWERS_HTTPS,
                        checks::plainSocket),
                new Check(
                        "http.get",
                        "a plain GET of the socket's path is refused with a 4xx",
                        Pages.CF_WEBSOCKETS,
                        Basis.UNCONFIRMED,
                        checks::get));
    }

    private Outcome plain() throws IOException {
        return withoutTls(
                address -> judged(answer(address), observed.target().expected().plainHttp()));
    }

    /** A 403 counts if CloudFront itself gave it: whoever stands behind it must not even see the request. */
    static Outcome judged(HttpAnswer answer, Optional<PlainHttp> expected) {
        var location = answer.header("Location").orElse("");
        var redirected = answer.status() / 100 == 3 && location.startsWith("https://");
        var seen = answer.status() + (location.isEmpty() ? "" : " to " + location);
        if (!redirected && (answer.status() != 403 || RefusedHandshake.isFromBehindTheEdge(answer))) {
            return Outcome.failed(
                    seen,
                    "the distribution's behavior allows http://, so that tokens can be read on the way",
                    "set the behavior's viewerProtocolPolicy to https-only or redirect-to-https");
        }
        var got = redirected ? PlainHttp.REDIRECTED : PlainHttp.REFUSED;
        return expected.orElse(got) == got
                ? Outcome.passed(seen)
                : Outcome.warned(
                        seen,
                        "the stack's behavior says otherwise: what is deployed is older or newer",
                        "deploy the stack, or look at the behavior's viewerProtocolPolicy in the console");
    }

    /** Without a token or a header that may be secret: it could be read on the way. */
    private Outcome plainSocket() throws IOException {
        return withoutTls(address -> {
            var status = observed.answer(address, Offer.NOTHING).status();
            return status == 101
                    ? Outcome.failed(
                            "101",
                            "the distribution's behavior allows ws://, so that tokens and messages can be read on the way",
                            "set the behavior's viewerProtocolPolicy to https-only")
                    : Outcome.passed(String.valueOf(status));
        });
    }

    private Outcome withoutTls(Look look) throws IOException {
        var target = observed.target();
        if (!target.isSecure()) {
            return Outcome.skipped("the address is one without TLS itself");
        }
        if (target.address().getPort() >= 0 && target.address().getPort() != 443) {
            return Outcome.skipped("http:// has port 80, and the address another than 443");
        }
        if (target.expected().plainHttp().filter(PlainHttp.ALLOWED::equals).isPresent()) {
            return Outcome.skipped("the stack allows http://");
        }
        try {
            return look.at(URI.create("http://" + target.address().getHost() + path(target)));
        } catch (UnreachableException closed) {
            return Outcome.passed("nothing listens on port 80");
        }
    }

    private static String path(Target target) {
        return target.path().isEmpty() ? "/" : target.path();
    }

    /** What is done with an address. */
    @FunctionalInterface
    private interface Look {
        Outcome at(URI address) throws IOException;
    }

    private Outcome get() throws IOException {
        var answer = answer(observed.target().address());
        var seen = String.valueOf(answer.status());
        if (answer.status() >= 500) {
            return Outcome.failed(
                    seen,
                    "CloudFront gets no answer from the origin, or edge code fails",
                    "look at handshake.101; X-Cache here is \""
                            + answer.header("X-Cache").orElse("none") + "\"");
        }
        return answer.status() >= 400
                ? Outcome.passed(seen)
                : Outcome.failed(
                        seen,
                        "another origin than the WebSocket API has this path, or a cache or a page stands before it",
                        "look at the order of the distribution's behaviors: the first whose pattern fits has the path");
    }

    private HttpAnswer answer(URI address) throws IOException {
        try (var connection = observed.client().open(address)) {
            return connection.exchange(HttpRequest.get(address));
        }
    }
}
