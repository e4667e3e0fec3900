package io.edgesocket.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A WebSocket server behind CloudFront as a probe wants it, on a free port of this machine. A test overrides the one thing
 * that it wants otherwise.
 */
class TestServer implements AutoCloseable {
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    TestServer() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /**
     * A request.
     *
     * @param headers by their names in lower case
     */
    record Call(String method, String target, Map<String, String> headers) {
        boolean isHandshake() {
            return headers.containsKey("sec-websocket-key");
        }

        String path() {
            return target.replaceAll("\\?.*", "");
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + port());
    }

    /** What is spoken over a new connection before HTTP is. */
    Socket secured(Socket socket) throws IOException {
        return socket;
    }

    /** The headers of a 101. */
    Map<String, String> accepted(Call call) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Upgrade", "websocket");
        headers.put("Connection", "Upgrade");
        headers.put("Sec-WebSocket-Accept", digest(call.header("sec-websocket-key")));
        headers.put("Via", "1.1 1a2b3c.cloudfront.net (CloudFront)");
        headers.put("X-Cache", "Miss from cloudfront");
        headers.put("X-Amz-Cf-Id", "abc==");
        headers.put("X-Amz-Cf-Pop", "FRA60-P1");
        var offered = call.header("sec-websocket-protocol");
        if (!offered.isEmpty()) {
            headers.put("Sec-WebSocket-Protocol", offered.split(",")[0].strip());
        }
        return headers;
    }

    /** Head and body. */
    String answer(Call call) {
        if (!call.isHandshake()) {
            return refusal(426, "UpgradeRequiredException", "Upgrade Required");
        }
        return call.path().length() > 1 ? refusal(403, "ForbiddenException", "Forbidden") : head(101, accepted(call));
    }

    static String head(int status, Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining("", "HTTP/1.1 " + status + " X\r\n", "\r\n"));
    }

    /** As API Gateway refuses, behind CloudFront. */
    static String refusal(int status, String type, String message) {
        return page(
                status,
                Map.of("x-amzn-ErrorType", type, "Via", "1.1 1a2b3c.cloudfront.net (CloudFront)"),
                "{\"message\":\"" + message + "\"}");
    }

    static String page(int status, Map<String, String> headers, String body) {
        var all = new LinkedHashMap<>(headers);
        all.putIfAbsent("X-Cache", "Error from cloudfront");
        all.putIfAbsent("Via", "1.1 1a2b3c.cloudfront.net (CloudFront)");
        all.putIfAbsent("X-Amz-Cf-Id", "abc==");
        all.putIfAbsent("X-Amz-Cf-Pop", "FRA60-P1");
        all.put("Content-Length", String.valueOf(body.length()));
        return head(status, all) + body;
    }

    int frameMax() {
        return 32 * 1024;
    }

    int messageMax() {
        return 128 * 1024;
    }

    /** After how long a silent connection is closed; 0 for never. */
    int idleMillis() {
        return 0;
    }

    int port() {
        return listening.getLocalPort();
    }

    void opened(Peer peer) throws IOException {}

    void text(Peer peer, String text) throws IOException {
        peer.text(text.equals("{\"action\":\"ping\"}") ? "{\"pong\":true}" : text);
    }

    void binary(Peer peer) throws IOException {
        peer.close(1003);
    }

    void ping(Peer peer, byte[] payload) throws IOException {
        peer.pong(payload);
    }

    void closed(Peer peer, byte[] payload) throws IOException {
        peer.frame(Peer.FIN | 8, payload);
    }

    void tooBig(Peer peer) throws IOException {
        peer.close(1009);
    }

    static String digest(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket accepted) {
        try (var socket = secured(accepted)) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var peer = new Peer(socket.getOutputStream());
            var call = call(in);
            var answer = answer(call);
            peer.send(answer.getBytes(ISO_8859_1));
            if (answer.matches("(?s)HTTP/1\\.\\d 101 .*")) {
                opened(peer);
                socket.setSoTimeout(idleMillis());
                framesUntilIdle(in, peer);
            }
        } catch (IOException ended) {
            // the client has left
        }
    }

    private static Call call(DataInputStream in) throws IOException {
        var first = line(in).split(" ");
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("this is no HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Call(first[0], first[1], headers);
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (var octet = in.readUnsignedByte(); octet != '\n'; octet = in.readUnsignedByte()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    private void framesUntilIdle(DataInputStream in, Peer peer) throws IOException {
        try {
            frames(in, peer);
        } catch (SocketTimeoutException idle) {
            peer.close(1001);
        }
    }

    private void frames(DataInputStream in, Peer peer) throws IOException {
        var message = new StringBuilder();
        while (true) {
            var first = in.readUnsignedByte();
            var payload = payload(in);
            switch (first & 15) {
                case 2 -> binary(peer);
                case 8 -> {
                    closed(peer, payload);
                    return;
                }
                case 9 -> ping(peer, payload);
                case 0, 1 -> {
                    message.append(new String(payload, ISO_8859_1));
                    if (payload.length > frameMax() || message.length() > messageMax()) {
                        tooBig(peer);
                    } else if ((first & Peer.FIN) != 0) {
                        text(peer, message.toString());
                        message.setLength(0);
                    }
                }
                default -> throw new IOException("opcode " + first);
            }
        }
    }

    private static byte[] payload(DataInputStream in) throws IOException {
        var length = in.readUnsignedByte() & 127;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        var mask = in.readNBytes(4);
        var payload = in.readNBytes(length);
        for (var i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
