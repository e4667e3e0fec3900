package io.edgesocket.probe.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLSocket;

/**
 * Opens connections.
 *
 * @param tls      how TLS is spoken where the address asks for it
 * @param patience how long a connection, an answer and the rest of a frame may take, each
 * @param log      is told what is sent and what comes
 * @param hosts    where they are
 */
public record Client(Tls tls, Duration patience, WireLog log, Hosts hosts) {
    private static final Set<String> SECURE = Set.of("wss", "https");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** Looks hosts up as this machine does. */
    public Client(Tls tls, Duration patience, WireLog log) {
        this(tls, patience, log, Hosts.SYSTEM);
    }

    /** Whether an address asks for TLS. */
    public static boolean isSecure(URI address) {
        return SECURE.contains(address.getScheme());
    }

    public static int port(URI address) {
        return address.getPort() < 0 ? ownPort(address) : address.getPort();
    }

    /** The port of an address's scheme. */
    static int ownPort(URI address) {
        return isSecure(address) ? HTTPS_PORT : HTTP_PORT;
    }

    /** Its host name or address, without the brackets around an IPv6 address. */
    public static String host(URI address) {
        return address.getHost().replaceAll("^\\[|]$", "");
    }

    public Connection open(URI address) throws IOException {
        return open(address, tls);
    }

    /** @param how TLS is spoken this time */
    public Connection open(URI address, Tls how) throws IOException {
        var plain = connect(address);
        try {
            return new Connection(isSecure(address) ? secured(plain, address, how) : plain, patience, log);
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    /**
     * Without TLS, whatever the address asks for. Tries one after another of the host's addresses.
     *
     * @throws java.net.UnknownHostException if there is no such host
     * @throws UnreachableException if nobody can be connected to there
     */
    Socket connect(URI address) throws IOException {
        var failure = new IOException("the host has no address");
        for (var each : hosts.at(host(address), port(address))) {
            var socket = new Socket();
            try {
                socket.connect(each, (int) patience.toMillis());
                log.note("connected to " + each.getAddress().getHostAddress() + " port " + each.getPort());
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw new UnreachableException(failure);
    }

    private SSLSocket secured(Socket plain, URI address, Tls how) throws IOException {
        var socket = (SSLSocket) how.trust().getSocketFactory().createSocket(plain, host(address), port(address), true);
        var parameters = socket.getSSLParameters();
        how.apply(parameters);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) patience.toMillis());
        socket.startHandshake();
        return socket;
    }
}
