package io.edgesocket.probe;

import io.edgesocket.probe.FirstHandshake.Answered;
import io.edgesocket.probe.FirstHandshake.Unanswered;
import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.HttpAnswer;
import io.edgesocket.probe.wire.ShownTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The target, the means to look at it, and what several checks look at, which is fetched once. */
final class Observed {
    private final Target target;
    private final Client client;
    private Optional<FirstHandshake> first = Optional.empty();
    private Optional<Duration> lookUp = Optional.empty();
    private Optional<ShownTls> tls = Optional.empty();

    Observed(Target target, Client client) {
        this.target = target;
        this.client = client;
    }

    Target target() {
        return target;
    }

    Client client() {
        return client;
    }

    /** The host's addresses. */
    List<InetAddress> addresses() throws UnknownHostException {
        var began = System.nanoTime();
        var addresses = client.hosts().at(target.host(), Client.port(target.address())).stream()
                .map(InetSocketAddress::getAddress)
                .toList();
        lookUp = Optional.of(lookUp.orElse(Duration.ofNanos(System.nanoTime() - began)));
        return addresses;
    }

    ShownTls tls() throws IOException {
        if (tls.isEmpty()) {
            tls = Optional.of(ShownTls.of(client, target.address()));
        }
        return tls.get();
    }

    FirstHandshake first() {
        if (first.isEmpty()) {
            first = Optional.of(handshake());
        }
        return first.get();
    }

    private FirstHandshake handshake() {
        var handshake = target.offer().handshake(target.address()).offering("permessage-deflate");
        var began = System.nanoTime();
        try (var connection = client.open(target.address())) {
            var answer = connection.exchange(handshake.request());
            return new Answered(
                    handshake,
                    answer,
                    Duration.ofNanos(System.nanoTime() - began),
                    connection.tlsVersion(),
                    connection.remoteAddress());
        } catch (IOException failure) {
            return new Unanswered(failure);
        }
    }

    /** Whether the handshake was answered with a 101. */
    boolean isConnected() {
        return first() instanceof Answered answered && answered.isConnected();
    }

    /** Looks at the answer to the handshake, whatever it is. */
    Outcome ifAnswered(Function<Answered, Outcome> look) {
        return first() instanceof Answered answered
                ? look.apply(answered)
                : Outcome.skipped("the handshake got no answer: see handshake.101");
    }

    /** Looks at the answer to the handshake if it is a 101. */
    Outcome ifConnected(Function<Answered, Outcome> look) {
        return ifAnswered(answered -> answered.isConnected() ? look.apply(answered) : notConnected());
    }

    /** Goes on with a connection of its own. */
    Outcome overConnection(Examined examined) throws IOException {
        if (!isConnected()) {
            return notConnected();
        }
        try (var dialogue = open(target.address())) {
            return examined.examine(dialogue);
        }
    }

    private static Outcome notConnected() {
        return Outcome.skipped("there is no WebSocket connection: see handshake.101");
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Examined {
        Outcome examine(Dialogue dialogue) throws IOException;
    }

    /** @throws IOException if there is no connection; the message says what came in its place */
    Dialogue open(URI address) throws IOException {
        return Dialogue.open(client, address, target.offer());
    }

    /** How a handshake is answered. The connection is ended. */
    HttpAnswer answer(URI address, Offer offer) throws IOException {
        try (var connection = client.open(address)) {
            return connection.exchange(offer.handshake(address).request());
        }
    }

    Findings.Measured measured() {
        var answered = first.filter(Answered.class::isInstance).map(Answered.class::cast);
        return new Findings.Measured(
                lookUp,
                answered.map(Answered::took),
                tls.stream()
                        .flatMap(shown -> shown.certificates().stream())
                        .map(certificate ->
                                certificate.getNotAfter().toInstant().getEpochSecond())
                        .min(Long::compare),
                answered.flatMap(Answered::tlsVersion),
                answered.map(each -> each.remote().contains(":") ? 6 : 4),
                answered.map(each -> each.answer().status()));
    }
}
