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
import org.eclipse.jetty.websocket.core.CloseStatus;

/** The clients that are connected, and what still runs for those that no longer are. */
final class Connections {
    private static final CloseStatus GOING_AWAY = new CloseStatus(CloseStatus.SHUTDOWN, "Going away");
    /** From the handshake's arrival; an integration alone may take half of it. */
    private static final Duration OPENING_MAX = Duration.ofMinutes(1);

    private final Map<String, Connection> byId = new ConcurrentHashMap<>();
    private final Set<Connection> opening = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<?>> ending = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** The client is about to be told that it is connected, and may believe so before {@link #add}. */
    void expect(Connection connection) {
        opening.add(connection);
    }

    void add(Connection connection) {
        byId.put(connection.client().connectionId(), connection);
        opening.remove(connection);
        if (closing) {
            connection.close(GOING_AWAY);
        }
    }

    /** Forgets who was told so and never was connected. */
    void forgetUnopened(long now) {
        opening.removeIf(connection -> now - connection.client().connectedAt() > OPENING_MAX.toMillis());
    }

    void remove(Connection connection) {
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

    /** Remembers what is to end before the gateway does. */
    void await(CompletableFuture<?> end) {
        ending.add(end);
        end.whenComplete((done, failure) -> ending.remove(end));
    }

    /** Closes all with 1001, and waits so long for them and what runs at their end; what is still there is dropped. */
    void closeAll(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        closing = true;
        all().forEach(connection -> connection.close(GOING_AWAY));
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
        } catch (ExecutionException | TimeoutException itHasHadItsTime) {
            // nothing more to wait for
        }
    }
}
