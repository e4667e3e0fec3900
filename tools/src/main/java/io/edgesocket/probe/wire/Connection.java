package io.edgesocket.probe.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * An open connection: first for HTTP, after a 101 for frames. One thread reads; where the client keeps no log, others may
 * send frames meanwhile.
 */
public final class Connection implements AutoCloseable {
    /** Bytes of an answer's body that are read: enough to see whose page it is. */
    static final int BODY_MAX = 4096;

    private static final int HEAD_MAX = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("(HTTP/\\d\\.\\d) (\\d{3})( .*)?");
    private static final int SWITCHING_PROTOCOLS = 101;

    /** Answers that never have a body. */
    private static final Set<Integer> NO_BODY = Set.of(204, 304);
    /** What stands before each part of a body that is sent in chunks, and at its end. RFC 9112, 7.1. */
    private static final Pattern CHUNK_HEAD = Pattern.compile("(?:^|\r\n)[0-9a-fA-F]{1,8}[^\r\n]*\r\n(?:\r\n)?");

    private final Socket socket;
    private final Duration patience;
    private final WireLog log;
    private final DataInputStream in;

    Connection(Socket socket, Duration patience, WireLog log) throws IOException {
        this.socket = socket;
        this.patience = patience;
        this.log = log;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.socket.setTcpNoDelay(true);
    }

    /** What came, or what came in the place of a frame. */
    public sealed interface Received {
        /** A frame of the server. */
        record Came(Frame frame) implements Received {}

        /** Nothing for as long as was waited. */
        record Silence() implements Received {}

        /** The connection was ended without a close frame. */
        record Ended(String how) implements Received {}
    }

    /** The TLS version, such as {@code TLSv1.3}; empty without TLS. */
    public Optional<String> tlsVersion() {
        return tls().map(each -> each.getSession().getProtocol());
    }

    /** What the server chose by ALPN; empty if nothing. */
    String applicationProtocol() {
        return tls().map(SSLSocket::getApplicationProtocol).orElse("");
    }

    Optional<SSLSocket> tls() {
        return Optional.of(socket).filter(SSLSocket.class::isInstance).map(SSLSocket.class::cast);
    }

    public String remoteAddress() {
        return socket.getInetAddress().getHostAddress();
    }

    /** Sends a request and reads the answer. */
    public HttpAnswer exchange(HttpRequest request) throws IOException {
        log.sent(request);
        write(request.text().getBytes(UTF_8));
        var answer = answer(System.nanoTime() + patience.toNanos());
        log.came(answer);
        return answer;
    }

    private HttpAnswer answer(long deadline) throws IOException {
        var first = line(deadline);
        var status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new IOException("the answer is no HTTP/1.1: it begins with \"" + beginning(first) + "\"");
        }
        var headers = headers(deadline);
        var code = Integer.parseInt(status.group(2));
        var head = new HttpAnswer(status.group(1), code, headers, "");
        return code == SWITCHING_PROTOCOLS ? head : new HttpAnswer(head.version(), code, headers, body(head, deadline));
    }

    private List<Header> headers(long deadline) throws IOException {
        var headers = new ArrayList<Header>();
        var length = 0;
        for (var line = line(deadline); !line.isEmpty(); line = line(deadline)) {
            length += line.length();
            if (length > HEAD_MAX) {
                throw new IOException("the answer's head is longer than " + HEAD_MAX + " bytes");
            }
            var colon = line.indexOf(':');
            headers.add(
                    colon < 0
                            ? new Header(line, "")
                            : new Header(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private String line(long deadline) throws IOException {
        var line = new StringBuilder();
        for (var octet = octet(deadline); octet != '\n'; octet = octet(deadline)) {
            line.append((char) octet);
            if (line.length() > HEAD_MAX) {
                throw new IOException("the answer has a line longer than " + HEAD_MAX + " bytes");
            }
        }
        return line.toString().stripTrailing();
    }

    private static String beginning(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private int octet(long deadline) throws IOException {
        socket.setSoTimeout(millisUntil(deadline));
        var octet = in.read();
        if (octet < 0) {
            throw new EOFException("the connection was ended without an answer");
        }
        return octet;
    }

    /** Its beginning. Whatever keeps the rest from coming doesn't matter. */
    private String body(HttpAnswer head, long deadline) {
        var chunked = head.has("Transfer-Encoding", "chunked");
        var wanted = head.header("Content-Length")
                .filter(length -> length.matches("\\d{1,9}"))
                .map(length -> Math.min(BODY_MAX, Integer.parseInt(length)))
                .orElse(NO_BODY.contains(head.status()) ? 0 : BODY_MAX);
        var body = new ByteArrayOutputStream();
        try {
            while (body.size() < wanted && !(chunked && hasLastChunk(body))) {
                socket.setSoTimeout(millisUntil(deadline));
                var octet = in.read();
                if (octet < 0) {
                    break;
                }
                body.write(octet);
            }
        } catch (IOException noMore) {
            // what came is shown
        }
        var text = body.toString(ISO_8859_1);
        return chunked ? CHUNK_HEAD.matcher(text).replaceAll("") : text;
    }

    private static boolean hasLastChunk(ByteArrayOutputStream body) {
        return body.toString(ISO_8859_1).endsWith("0\r\n\r\n");
    }

    public void send(Frame frame) throws IOException {
        log.sent(frame);
        write(frame.bytes());
    }

    private synchronized void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next frame that isn't a ping; pings are answered. */
    public Received next(Duration wait) {
        var deadline = System.nanoTime() + wait.toNanos();
        try {
            while (true) {
                socket.setSoTimeout(millisUntil(deadline));
                var first = in.read();
                if (first < 0) {
                    return new Received.Ended("the connection was ended without a close frame");
                }
                socket.setSoTimeout((int) patience.toMillis()); // the rest of a frame that has begun
                var frame = Frame.read(first, in);
                log.came(frame);
                if (frame.opcode() != Frame.PING) {
                    return new Received.Came(frame);
                }
                send(Frame.pong(frame.payload()));
            }
        } catch (SocketTimeoutException silence) {
            return new Received.Silence();
        } catch (EOFException | SocketException ended) {
            return new Received.Ended("the connection was cut off");
        } catch (IOException e) {
            return new Received.Ended(String.valueOf(e.getMessage()));
        }
    }

    /** At least 1: 0 would mean for ever. */
    private static int millisUntil(long deadline) throws SocketTimeoutException {
        var left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(Integer.MAX_VALUE, left);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is over in any case
        }
    }
}
