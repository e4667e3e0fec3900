package io.edgesocket.probe;

import io.edgesocket.probe.FirstHandshake.Answered;
import io.edgesocket.probe.FirstHandshake.Unanswered;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** The opening handshake, word for word. */
record HandshakeChecks(Observed observed) {

    static List<Check> of(Observed observed) {
        var checks = new HandshakeChecks(observed);
        return List.of(
                new Check("handshake.101", "the handshake is answered with 101", Pages.CF_WEBSOCKETS, checks::status),
                new Check(
                        "handshake.http",
                        "the answer is HTTP/1.1",
                        Pages.CF_WEBSOCKETS,
                        () -> observed.ifConnected(HandshakeChecks::http)),
                new Check(
                        "handshake.upgrade",
                        "the answer has Upgrade: websocket",
                        Pages.RFC_HANDSHAKE,
                        () -> observed.ifConnected(answered -> header(answered, "Upgrade", "websocket"))),
                new Check(
                        "handshake.connection",
                        "the answer has Connection: Upgrade",
                        Pages.RFC_HANDSHAKE,
                        () -> observed.ifConnected(answered -> header(answered, "Connection", "Upgrade"))),
                new Check(
                        "handshake.accept",
                        "Sec-WebSocket-Accept is the digest of the key that was sent",
                        Pages.RFC_HANDSHAKE,
                        () -> observed.ifConnected(HandshakeChecks::accept)),
                new Check(
                        "handshake.subprotocol",
                        "one of the offered subprotocols is chosen, and none that wasn't offered",
                        Pages.AG_CONNECT,
                        () -> observed.ifConnected(checks::subprotocol)),
                new Check(
                        "handshake.extensions",
                        "no extension is chosen that wasn't offered",
                        Pages.RFC_EXTENSIONS,
                        Basis.UNCONFIRMED,
                        () -> observed.ifConnected(HandshakeChecks::extensions)));
    }

    private Outcome status() {
        if (observed.first() instanceof Unanswered unanswered) {
            return unanswered(unanswered.failure());
        }
        var answered = (Answered) observed.first();
        return answered.isConnected()
                ? Outcome.passed("101 in " + answered.took().toMillis() + " ms from " + answered.remote())
                : new Outcome.Failed(
                        RefusedHandshake.seen(answered.answer()),
                        RefusedHandshake.diagnosis(answered.answer(), observed.target()));
    }

    private Outcome unanswered(IOException failure) {
        var seen = NetworkFailure.words(failure);
        if (observed.target().isLocal()) {
            return Outcome.failed(
                    seen,
                    failure instanceof SSLException
                            ? "what listens there speaks no TLS, or shows a certificate that isn't trusted"
                            : "no local run listens there, or it has TLS and the address begins with ws://",
                    "start ./edgesocket local, and take the address that it prints");
        }
        if (failure instanceof UnknownHostException || failure instanceof SSLException) {
            return Outcome.failed(
                    seen, "without that, there is no handshake", "mend what the failed checks of dns and tls say");
        }
        return Outcome.failed(
                seen,
                "the name leads elsewhere, or a firewall or a proxy between here and there lets nothing through",
                "see where dns.a says that the name leads, and try from another network");
    }

    private static Outcome http(Answered answered) {
        var version = answered.answer().version();
        return version.equals("HTTP/1.1")
                ? Outcome.passed(version)
                : Outcome.failed(
                        version,
                        "a proxy between here and CloudFront answers in an older version",
                        "connect without that proxy");
    }

    private static Outcome header(Answered answered, String name, String element) {
        return answered.answer().has(name, element)
                ? Outcome.passed(name + ": " + answered.answer().header(name).orElseThrow())
                : Outcome.failed(
                        answered.answer()
                                .header(name)
                                .map(value -> name + ": " + value)
                                .orElse("no " + name),
                        "a proxy changed the answer on its way, or it isn't a WebSocket server that answers",
                        "connect without proxies in between; browsers end this connection");
    }

    private static Outcome accept(Answered answered) {
        var accept = answered.answer().header("Sec-WebSocket-Accept").orElse("none");
        return accept.equals(answered.handshake().accept())
                ? Outcome.passed(accept)
                : Outcome.failed(
                        accept + " instead of " + answered.handshake().accept(),
                        "the answer is of another handshake: a cache holds it, or Sec-WebSocket-Key was changed on its way",
                        "turn caching off for this behavior (CachingDisabled), and forward Sec-WebSocket-Key as it is");
    }

    private Outcome subprotocol(Answered answered) {
        var offered = observed.target().offer().offered();
        var chosen = answered.answer().header("Sec-WebSocket-Protocol");
        if (chosen.isPresent() && !offered.contains(chosen.get())) {
            return Outcome.failed(
                    chosen.get() + " was chosen; offered were: " + (offered.isEmpty() ? "none" : list(offered)),
                    "$connect answers with a fixed subprotocol",
                    "have $connect answer with one of those in the event's Sec-WebSocket-Protocol, or with none");
        }
        if (offered.isEmpty()) {
            return Outcome.skipped("--subprotocol offers none");
        }
        return chosen.map(Outcome::passed)
                .orElseGet(() -> Outcome.failed(
                        "none of " + list(offered),
                        "$connect doesn't answer with one, or CloudFront doesn't forward the header",
                        "have the integration of $connect return the header Sec-WebSocket-Protocol, and the origin request"
                                + " policy forward it; browsers end a connection without"));
    }

    private static Outcome extensions(Answered answered) {
        var chosen = answered.answer()
                .elements("Sec-WebSocket-Extensions")
                .map(each -> each.replaceAll(";.*", "").strip())
                .toList();
        var wrong = chosen.stream()
                .filter(each -> !each.equals("permessage-deflate"))
                .collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            return Outcome.failed(
                    wrong,
                    "what answers chose an extension that nobody offered",
                    "connect without proxies in between; clients end this connection");
        }
        return Outcome.passed(chosen.isEmpty() ? "no compression" : "compression: permessage-deflate");
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
