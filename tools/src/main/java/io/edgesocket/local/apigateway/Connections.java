package io.edgesocket.local.apigateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The connected clients, and the calls that still run for clients that have left. */
final class Connections {
    /** Counted from the arrival of the handshake. The integration alone may take half of it. */
    private static final Duration OPENING_MAX = Duration.ofMinutes(1);

    private final Map<String, Connection> byId = new ConcurrentHashMap<>();
    private final Set<Connection> opening = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<?>> ending = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** The client is about to get its 101. It may be connected, from its own view, before {@link #add} is called. */
    void expect(Connection connection) {
        opening.add(connection);
    }

    void add(Connection connection) {
        byId.put(connection.client().connectionId(), connection);
        opening.remove(connection);
        if (closing) {
            connection.close(ConnectionEnd.GOING_AWAY);
        }
    }

    /** Forgets clients that were expected and never connected. */
    void forgetUnopened(long now) {
        opening.removeIf(connection -> now - connection.client().connectedAt() > OPENING_MAX.toMillis());
    }

    void remove(Connection connection) {
        opening.remove(connection);
        byId.remove(connection.client().connectionId());
    }

    Optional<Connection> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Iterable<Connection> all() {
        return byId.values();
    }

    int size() {
        return byId.size();
    }

    /** Remembers a call that must end before the gateway closes. */
    @SuppressWarnings("CollectionUndefinedEquality") // a future equals itself alone, which is what is meant
    void await(CompletableFuture<?> end) {
        ending.add(end);
        end.whenComplete((done, failure) -> ending.remove(end));
    }

    /**
     * Closes all connections with 1001, and waits at most so long for them and for the calls at their end. Connections
     * that are still open then are dropped.
     */
    void closeAll(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        closing = true;
        all().forEach(connection -> connection.close(ConnectionEnd.GOING_AWAY));
        Stream.concat(opening.stream(), byId.values().stream())
                .map(Connection::end)
                .toList()
                .forEach(closed -> join(closed, end));
        byId.values().forEach(Connection::drop);
        List.copyOf(ending).forEach(last -> join(last, end));
    }

    private static void join(CompletableFuture<?> future, long end) {
        try {
            future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException tooLate) {
            // nothing more to wait for
        }
    }
}
