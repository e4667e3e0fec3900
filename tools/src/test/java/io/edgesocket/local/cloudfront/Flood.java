package io.edgesocket.local.cloudfront;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** Sends as much as the other side takes, and counts it. */
final class Flood extends EchoFrames {
    private static final int FRAME = 64 * 1024;
    private final AtomicLong sent;

    /** @param sent counts the bytes */
    Flood(AtomicLong sent) {
        this.sent = sent;
    }

    @Override
    public void onOpen(CoreSession session, Callback callback) {
        super.onOpen(session, callback);
        send(session);
    }

    private void send(CoreSession session) {
        session.sendFrame(
                new Frame(OpCode.BINARY, ByteBuffer.allocate(FRAME)),
                Callback.from(
                        () -> {
                            sent.addAndGet(FRAME);
                            session.getWebSocketComponents().getExecutor().execute(() -> send(session));
                        },
                        failure -> {}),
                false);
    }
}
