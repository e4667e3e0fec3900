import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * A WebSocket client for measuring: blocking sockets, a thread a connection, no more code than the protocol needs.
 * <pre>
 * first URI             waits until a message is echoed, prints nothing
 * echo URI N SECONDS    round trips a second over N connections, after a warm-up of half the time
 * spread URI N SECONDS F the same, to F routes: f0, f1 and so on
 * idle URI N PID        resident memory of the process, in MiB, with N connections open
 * posts URI URI SECONDS @connections posts a second to one connection: of the API's address, then of @connections
 * </pre>
 */
final class Client {
    private static final byte[] MASK = {1, 2, 3, 4};
    private static final int TEXT = 0x81;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "first" -> first(URI.create(args[1]));
            case "echo" -> System.out.println(echoes(URI.create(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]),
                    i -> "hello, this is a message of some 50 characters"));
            case "spread" -> System.out.println(echoes(URI.create(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]),
                    i -> "{\"action\":\"f" + i % Integer.parseInt(args[4]) + "\"}"));
            case "idle" -> System.out.println(idle(URI.create(args[1]), Integer.parseInt(args[2]), args[3]));
            case "posts" -> System.out.println(posts(URI.create(args[1]), args[2], Integer.parseInt(args[3])));
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private static void first(URI uri) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            try (var connection = new Connection(uri)) {
                connection.roundTrip("hello");
                return;
            } catch (IOException e) {
                Thread.sleep(5);
            }
        }
        throw new IllegalStateException("no echo within 60 s");
    }

    private static long echoes(URI uri, int connections, int seconds, IntFunction<String> messages) throws Exception {
        var count = new LongAdder();
        var start = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 2;
        var end = start + TimeUnit.SECONDS.toNanos(seconds);
        var pool = Executors.newFixedThreadPool(connections);
        var tasks = new ArrayList<Callable<Void>>();
        for (var i = 0; i < connections; i++) {
            var message = messages.apply(i);
            tasks.add(() -> {
                try (var connection = new Connection(uri)) {
                    for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        connection.roundTrip(message);
                        if (now > start) {
                            count.increment();
                        }
                    }
                }
                return null;
            });
        }
        var ended = pool.invokeAll(tasks);
        pool.shutdown(); // or a failure would not end this program
        for (var done : ended) {
            done.get();
        }
        return count.sum() / seconds;
    }

    private static long idle(URI uri, int connections, String pid) throws Exception {
        List<Connection> open = new ArrayList<>();
        for (var i = 0; i < connections; i++) {
            open.add(new Connection(uri));
        }
        open.get(0).roundTrip("hello");
        return java.nio.file.Files.lines(java.nio.file.Path.of("/proc", pid, "status"))
                .filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.split("\\s+")[1])).sum() / 1024;
    }

    private static long posts(URI uri, String management, int seconds) throws Exception {
        try (var receiver = new Connection(uri)) {
            var id = receiver.roundTrip("{\"action\":\"whoami\"}").replaceAll(".*\"connectionId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            var reader = new Thread(receiver::drain);
            reader.setDaemon(true);
            reader.start();
            return post(URI.create(management + "/" + id.replace("=", "%3D")), seconds);
        }
    }

    private static long post(URI uri, int seconds) throws IOException {
        var body = "a message from outside";
        var request = ("POST " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/execute-api/aws4_request, "
                + "SignedHeaders=host, Signature=0\r\nX-Amz-Date: 20260101T000000Z\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var start = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 2;
            var end = start + TimeUnit.SECONDS.toNanos(seconds);
            var count = 0L;
            for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
                socket.getOutputStream().write(request);
                var head = head(in);
                if (!head.startsWith("HTTP/1.1 200")) {
                    throw new IOException(head);
                }
                in.skipNBytes(length(head));
                if (now > start) {
                    count++;
                }
            }
            return count / seconds;
        }
    }

    private static int length(String head) {
        var found = java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;

        Connection(URI uri) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
            socket.setSoTimeout((int) ANSWER.toMillis()); // or a server that lost a message would keep this waiting for ever
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 2048));
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var head = head(in);
            if (!head.startsWith("HTTP/1.1 101")) {
                socket.close();
                throw new IOException(head);
            }
        }

        String roundTrip(String message) throws IOException {
            send(message);
            return receive();
        }

        private void send(String message) throws IOException {
            var payload = message.getBytes(StandardCharsets.US_ASCII);
            var frame = new byte[6 + payload.length];
            frame[0] = (byte) TEXT;
            frame[1] = (byte) (0x80 | payload.length);
            System.arraycopy(MASK, 0, frame, 2, 4);
            for (var i = 0; i < payload.length; i++) {
                frame[6 + i] = (byte) (payload[i] ^ MASK[i % 4]);
            }
            socket.getOutputStream().write(frame);
        }

        private String receive() throws IOException {
            var kind = in.readUnsignedByte();
            var length = in.readUnsignedByte();
            var payload = new byte[length == 126 ? in.readUnsignedShort() : length];
            in.readFully(payload);
            if (kind != TEXT) {
                throw new IOException("not a text frame: " + kind);
            }
            return new String(payload, StandardCharsets.UTF_8);
        }

        void drain() {
            try {
                while (true) {
                    receive();
                }
            } catch (IOException e) {
                // it was closed: nothing more to read
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
