package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.Client;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * A connected client. Its messages are worked on side by side, as AWS promises no order; or one at a time, each after the
 * answer to the one before was sent, if the options say so. One frame is read ahead and waits for its turn; so a client
 * that sends much faster than its backend works, or that doesn't read, has to wait.
 */
final class Connection implements FrameHandler {
    private static final long OPEN = Long.MAX_VALUE;

    private final Services services;
    private volatile Client client;
    private final MessageAssembler messages = new MessageAssembler();
    private final Turns turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile CoreSession session = new CoreSession.Empty();
    private volatile long activeAt;
    private final AtomicLong closingSince = new AtomicLong(OPEN);

    Connection(Services services, Client client) {
        this.services = services;
        this.client = client;
        this.turns = new Turns(services.options().inOrder() ? 1 : Limits.MESSAGES_AT_ONCE);
    }

    /** On its stage as it is deployed now. */
    Client client() {
        var known = client;
        var current = services.stages().current(known);
        if (current != known) {
            client = current;
        }
        return current;
    }

    private Trace trace() {
        return services.trace(client.connectionId(), client.connectionId());
    }

    /** When a frame last went either way, in milliseconds since 1970. */
    long activeAt() {
        return activeAt;
    }

    /** Called by the owner of the socket, just before it sends 101. */
    void upgrading(Configuration socket) {
        Limits.customize(socket);
        services.connections().expect(this);
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        activeAt = services.clock().millis();
        services.connections().add(this);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        activeAt = services.clock().millis();
        switch (frame.getOpCode()) {
            case OpCode.PING -> pong(frame, callback);
            case OpCode.CLOSE -> turns.take(callback::succeeded);
            case OpCode.PONG -> {
                callback.succeeded();
                readOn();
            }
            default -> data(frame, callback);
        }
    }

    private void pong(Frame ping, Callback callback) {
        var payload = ByteBuffer.allocate(ping.getPayloadLength())
                .put(ping.getPayload())
                .flip();
        callback.succeeded();
        session.sendFrame(new Frame(OpCode.PONG, payload), Callback.from(this::readOn), false);
    }

    private void data(Frame frame, Callback callback) {
        var state = messages.add(frame);
        callback.succeeded();
        if (state.refusal().isPresent()) {
            close(ConnectionEnd.badFrame(state.refusal().get()));
            readOn(); // until the client's own close frame
        } else if (state.message().isPresent()) {
            turns.take(() -> begin(state.message().get()));
        } else {
            readOn();
        }
    }

    /** Reads on at once, on the thread that has read this: later, another one would have to be woken for it. */
    private void begin(byte[] message) {
        if (isClosing()) {
            answered();
        } else {
            new MessageExchange(services, this, message).run();
        }
        readOn();
    }

    /** Ends the turn after the reply was sent, or could not be sent any more. */
    void reply(byte[] message) {
        send(message, Callback.from(this::answered));
    }

    /** The message has its answer, and the next one may have its turn. */
    void answered() {
        turns.next();
    }

    private void readOn() {
        session.demand();
    }

    /** @return false if too many bytes already wait for this client, because it doesn't read */
    boolean post(byte[] message) {
        if (waiting.addAndGet(message.length) > Limits.WAITING) {
            waiting.addAndGet(-message.length);
            return false;
        }
        send(
                message,
                Callback.from(() -> waiting.addAndGet(-message.length), failure -> waiting.addAndGet(-message.length)));
        return true;
    }

    private void send(byte[] message, Callback callback) {
        activeAt = services.clock().millis();
        session.sendFrame(new Frame(OpCode.TEXT, ByteBuffer.wrap(message)), callback, false);
    }

    /** Only the first close has an effect. */
    void close(ConnectionEnd why) {
        if (begins(why)) {
            session.sendFrame(
                    new GracefulClose(why.status()).toFrame(),
                    Callback.from(() -> {}, failure -> session.abort()),
                    false);
        }
    }

    /** Without a close frame, as when a network goes away. */
    void drop() {
        begins(ConnectionEnd.DROPPED);
        session.abort();
    }

    /** Whether this is the first end, which is told. */
    private boolean begins(ConnectionEnd why) {
        if (!closingSince.compareAndSet(OPEN, services.clock().millis())) {
            return false;
        }
        var status = why.status();
        why.refusal()
                .ifPresentOrElse(
                        refusal -> trace().refused(Step.CLOSE, () -> refusal, () -> told(status)),
                        () -> trace().step(Step.CLOSE, () -> "closed with " + status, () -> told(status)));
        return true;
    }

    private static Map<String, String> told(CloseStatus status) {
        return Map.of(
                "code",
                Integer.toString(status.getCode()),
                "reason",
                Optional.ofNullable(status.getReason()).orElse(""),
                "by",
                "API Gateway");
    }

    /** A mistake in this program: without a close, the client would wait for ever. */
    void fail(Throwable mistake) {
        close(ConnectionEnd.mistake(mistake));
        answered();
    }

    /** Ends when the connection has ended and {@code $disconnect} was called. */
    CompletableFuture<Void> end() {
        return end;
    }

    /** Closes what has been idle or open for too long; drops a client that doesn't answer a close frame. */
    void check(long now) {
        if (now - closingSince.get() >= Limits.CLOSING.toMillis()) {
            session.abort();
        } else if (!isClosing()) {
            overdue(now).ifPresent(this::close);
        }
    }

    private boolean isClosing() {
        return closingSince.get() != OPEN;
    }

    private Optional<ConnectionEnd> overdue(long now) {
        var options = services.options();
        if (now - activeAt >= options.idleTimeout().toMillis()) {
            return Optional.of(ConnectionEnd.idle(options.idleTimeout()));
        }
        return now - client.connectedAt() >= options.maxDuration().toMillis()
                ? Optional.of(ConnectionEnd.tooOld(options.maxDuration()))
                : Optional.empty();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        trace().step(Step.CLOSE, cause::toString);
        callback.succeeded();
    }

    /** Only the first call has an effect: a 101 that can't be sent is told by its sender, and perhaps by Jetty too. */
    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        if (ended.compareAndSet(false, true)) {
            services.connections().remove(this);
            try {
                new DisconnectExchange(services, client(), status, isClosing()).run();
            } finally {
                end.complete(null);
            }
        }
        callback.succeeded();
    }
}
