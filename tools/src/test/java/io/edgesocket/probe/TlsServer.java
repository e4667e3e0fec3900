package io.edgesocket.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The same with TLS. */
class TlsServer extends TestServer {
    /** Of a record: its head, the message's head, and the version that the client wants. */
    private static final int BEGINNING = 11;

    private static final int TLS_1_1 = 2;
    /** A ServerHello of TLS 1.1, as far as its version. */
    private static final byte[] OLD_HELLO = {22, 3, 2, 0, 48, 2, 0, 0, 44, 3, 2};

    private final SSLContext context;

    TlsServer(SSLContext context) {
        this.context = context;
    }

    @Override
    URI address() {
        return URI.create("wss://127.0.0.1:" + port());
    }

    /** What it wants by ALPN. */
    Optional<String> protocol() {
        return Optional.empty();
    }

    boolean takesOldTls() {
        return false;
    }

    @Override
    Socket secured(Socket socket) throws IOException {
        var beginning = socket.getInputStream().readNBytes(BEGINNING);
        if (takesOldTls() && beginning.length == BEGINNING && beginning[BEGINNING - 1] == TLS_1_1) {
            socket.getOutputStream().write(OLD_HELLO);
            return socket;
        }
        var tls =
                (SSLSocket) context.getSocketFactory().createSocket(socket, new ByteArrayInputStream(beginning), true);
        var parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(protocol().stream().toArray(String[]::new));
        tls.setSSLParameters(parameters);
        return tls;
    }
}
