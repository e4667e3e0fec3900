package io.edgesocket.local.cloudfront;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that nobody listens on: it is taken, by a socket that never does. */
final class Nobody implements AutoCloseable {
    private final Socket taken = new Socket();

    Nobody() throws IOException {
        taken.bind(new InetSocketAddress(0));
    }

    int port() {
        return taken.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        taken.close();
    }
}
