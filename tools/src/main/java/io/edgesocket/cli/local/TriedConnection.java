package io.edgesocket.cli.local;

import io.edgesocket.probe.wire.Connection;
import io.edgesocket.probe.wire.Connection.Received;
import io.edgesocket.probe.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A client of the console's page after its handshake. What comes to it is seen in the trace. */
final class TriedConnection {
    private static final int NORMAL = 1000;
    /** How long the answer to a close frame may take. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Connection connection;
    private volatile boolean closing;

    TriedConnection(Connection connection) {
        this.connection = connection;
    }

    /** Returns when it has ended. Pings are answered meanwhile, and the server's close frame is. */
    void readToTheEnd() {
        try (connection) {
            var received = connection.next(CLOSE_TIMEOUT);
            while (!isEnd(received)) {
                received = connection.next(CLOSE_TIMEOUT);
            }
        }
    }

    private boolean isEnd(Received received) {
        if (received instanceof Received.Came came && came.frame().opcode() == Frame.CLOSE) {
            closeWith(came.frame().closeAnswer());
            return true;
        }
        return received instanceof Received.Ended || received instanceof Received.Silence && closing;
    }

    /** @return whether it is still open; what ends it while it is sent, the trace tells */
    synchronized boolean send(List<Frame> frames) {
        if (closing) {
            return false;
        }
        frames.forEach(this::write);
        return true;
    }

    /** @return whether it was still open */
    boolean close() {
        return closeWith(Frame.close(NORMAL));
    }

    /** Once alone: who has sent a close frame sends no more. */
    private synchronized boolean closeWith(Frame frame) {
        if (closing) {
            return false;
        }
        closing = true;
        write(frame);
        return true;
    }

    private void write(Frame frame) {
        try {
            connection.send(frame);
        } catch (IOException ended) {
            closing = true; // who reads finds the end, too
        }
    }
}
