package io.edgesocket.local;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be ended in the opposite order: at the end, or when the next one fails to start. */
final class Started implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    interface Start<T> {
        T start() throws IOException;
    }

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** @throws PortTakenException if the part can't listen; all before it are ended then */
    <T extends AutoCloseable> T add(int port, Start<T> start) {
        try {
            return add(start.start());
        } catch (IOException e) {
            close();
            throw new PortTakenException(port, e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException("can't end " + part.getClass().getSimpleName(), e);
        }
    }
}
