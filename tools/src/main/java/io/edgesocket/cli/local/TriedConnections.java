package io.edgesocket.cli.local;

import io.edgesocket.cli.client.TrustedAuthorities;
import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Connection;
import io.edgesocket.probe.wire.Frame;
import io.edgesocket.probe.wire.Handshake;
import io.edgesocket.probe.wire.Header;
import io.edgesocket.probe.wire.HttpAnswer;
import io.edgesocket.probe.wire.Tls;
import io.edgesocket.probe.wire.WireLog;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The clients of the console's page, in this process: a browser's own WebSocket can send no headers, and no client of a
 * library frames that are too long. What comes to them is seen in the trace, where each is known by its {@code User-Agent}.
 */
final class TriedConnections {
    private static final String USER_AGENT = "EdgeSocket-Console/";
    private static final int SWITCHING_PROTOCOLS = 101;
    /** More would be a mistake of the page. */
    private static final int MAX = 100;
    /** More of a message would take too long. */
    private static final int FRAMES_MAX = 10_000;
    /** API Gateway waits 29 seconds at most for an authorizer, and again for {@code $connect}. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final URI edge;
    private final Client client;
    private final Map<Integer, TriedConnection> open = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    TriedConnections(URI edge) {
        this.edge = edge;
        this.client = new Client(Tls.of(TrustedAuthorities.of(edge)), PATIENCE, WireLog.NONE);
    }

    /**
     * @param number  by which the connection is called from now on
     * @param refused why it isn't there
     * @param warning what a browser would not put up with
     */
    record Outcome(int number, Optional<String> refused, Optional<String> warning) {}

    /**
     * @param target  path and query
     * @param headers {@code Name: value} each
     * @throws IllegalArgumentException if it is no handshake; the message says why
     */
    Outcome connect(String target, List<String> subprotocols, List<String> headers) {
        if (open.size() >= MAX) {
            throw new IllegalArgumentException("there are " + MAX + " connections of this page already: close some");
        }
        if (!target.startsWith("/") || target.startsWith("//")) {
            throw new IllegalArgumentException("\"" + target + "\" is no path: write / or /orders?since=1");
        }
        var number = last.incrementAndGet();
        var address = address(target);
        var handshake = Handshake.of(address, named(number, headers), subprotocols);
        try {
            var connection = client.open(address);
            var answer = answer(connection, handshake);
            if (answer.status() != SWITCHING_PROTOCOLS) {
                connection.close();
                return new Outcome(number, Optional.of("status " + answer.status()), Optional.empty());
            }
            keep(number, new TriedConnection(connection));
            return new Outcome(number, Optional.empty(), warning(subprotocols, answer));
        } catch (IOException noAnswer) {
            throw new IllegalArgumentException("there is no answer: " + noAnswer.getMessage(), noAnswer);
        }
    }

    private URI address(String target) {
        try {
            return edge.resolve(new URI(target));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the path has a character that no URL can have, the one after " + Math.max(0, e.getIndex())
                            + " others: write it percent-encoded, such as %3C for <",
                    e);
        }
    }

    private static HttpAnswer answer(Connection connection, Handshake handshake) throws IOException {
        try {
            return connection.exchange(handshake.request());
        } catch (IOException noAnswer) {
            connection.close();
            throw noAnswer;
        }
    }

    /** With the number in the {@code User-Agent}, behind what is given as such. */
    private static List<Header> named(int number, List<String> written) {
        var given = written.stream().map(TriedConnections::header).toList();
        var agent = new ArrayList<String>();
        given.stream().filter(TriedConnections::isAgent).map(Header::value).forEach(agent::add);
        agent.add(USER_AGENT + number);
        var headers = new ArrayList<Header>();
        headers.add(new Header("User-Agent", String.join(" ", agent)));
        given.stream().filter(header -> !isAgent(header)).forEach(headers::add);
        return headers;
    }

    private static boolean isAgent(Header header) {
        return header.name().equalsIgnoreCase("User-Agent");
    }

    private static Header header(String written) {
        return Header.parse(written)
                .filter(header -> written.lines().count() == 1)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + written + "\" is no header: write Name: value, in one line"));
    }

    /** RFC 6455, 4.1, and the browsers' WebSocket API: the server chooses one of those that were offered. */
    private static Optional<String> warning(List<String> offered, HttpAnswer answer) {
        var chosen = answer.header("Sec-WebSocket-Protocol");
        if (chosen.isEmpty()) {
            return offered.isEmpty()
                    ? Optional.empty()
                    : Optional.of("none of the offered subprotocols was chosen: a browser would end the connection");
        }
        return offered.contains(chosen.get())
                ? Optional.empty()
                : Optional.of("the subprotocol " + chosen.get()
                        + " was chosen, which was not offered: a browser would end the connection");
    }

    private void keep(int number, TriedConnection connection) {
        open.put(number, connection);
        var reader = new Thread(
                () -> {
                    connection.readToTheEnd();
                    open.remove(number);
                },
                "tried-" + number);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @param longest bytes of a frame
     * @return whether it is still open
     * @throws IllegalArgumentException if frames of this length can't be sent
     */
    boolean send(int number, String text, int longest) {
        if (longest < 1) {
            throw new IllegalArgumentException("a frame of " + longest + " bytes: give at least 1");
        }
        var frames = Frame.message(text, longest);
        if (frames.size() > FRAMES_MAX) {
            throw new IllegalArgumentException("frames of " + longest + " bytes are more than " + FRAMES_MAX
                    + " for this message: give more bytes");
        }
        return on(number, connection -> connection.send(frames));
    }

    boolean sendBinary(int number) {
        return on(number, connection -> connection.send(List.of(Frame.binary(new byte[] {0, 1, 2}))));
    }

    boolean close(int number) {
        return on(number, TriedConnection::close);
    }

    private boolean on(int number, Predicate<TriedConnection> act) {
        return Optional.ofNullable(open.get(number)).filter(act).isPresent();
    }
}
