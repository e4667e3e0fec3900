package io.edgesocket.local;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.util.ExceptionUtil;
import org.eclipse.jetty.util.ExceptionUtil.MultiException;

/** Ends what was started, in the opposite order: at the end of the run, or when the next part fails to start. */
final class Shutdown implements AutoCloseable {
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
            throw ended(new PortTakenException(port, e));
        } catch (RuntimeException e) {
            throw ended(e);
        }
    }

    private RuntimeException ended(RuntimeException why) {
        ExceptionUtil.run(this::close, why::addSuppressed);
        return why;
    }

    /** Ends every part, even if another one fails to end; the first failure is thrown after the last part. */
    @Override
    public void close() {
        var failures = new MultiException();
        while (!parts.isEmpty()) {
            failures.callAndCatch(parts.pop()::close);
        }
        failures.ifExceptionThrowRuntime();
    }
}
