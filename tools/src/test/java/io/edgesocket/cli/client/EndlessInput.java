package io.edgesocket.cli.client;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** A terminal on which nobody types. */
final class EndlessInput extends InputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
