package io.edgesocket.local.apigateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What anybody may send to a port: handshakes, requests that are nearly right, and bytes that are nothing. */
record AnyBytes(String text) {
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    private static final List<String> HANDSHAKE =
            List.of("Host: localhost", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", KEY);
    private static final int SHOWN = 1_000;
    private static final String LONG = "x".repeat(9_000);

    byte[] bytes() {
        return bytes(text);
    }

    @Override
    public String toString() {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }

    static Arbitrary<AnyBytes> any() {
        return Arbitraries.frequencyOf(Tuple.of(5, requests()), Tuple.of(3, changed()), Tuple.of(1, nothing()))
                .map(bytes -> new AnyBytes(new String(bytes, ISO_8859_1)));
    }

    /** A request line and headers, each of which may be odd. */
    private static Arbitrary<byte[]> requests() {
        return Combinators.combine(methods(), targets(), versions(), headers(), bodies())
                .as((method, target, version, headers, body) -> bytes(
                        method + " " + target + version + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + body));
    }

    private static Arbitrary<String> methods() {
        return Arbitraries.frequency(
                tuple(8, "GET"),
                tuple(1, "POST"),
                tuple(1, "HEAD"),
                tuple(1, "OPTIONS"),
                tuple(1, "CONNECT"),
                tuple(1, "TRACE"),
                tuple(1, "PRI"),
                tuple(1, "get"),
                tuple(1, "G\u0001T"),
                tuple(1, LONG));
    }

    private static Arbitrary<String> targets() {
        var paths = Arbitraries.of(
                "/",
                "/live",
                "/live/",
                "/live/x",
                "/nowhere",
                "*",
                "",
                "//",
                "/%",
                "/%zz",
                "/%00",
                "/live/../live",
                "/live/%2e%2e/live",
                "/live;a=b",
                "/live/@connections/AAAA=",
                "/live/@connections/%zz",
                "/live#x",
                "http://localhost/live",
                "http://localhost",
                "http://[::1",
                "localhost:80",
                "/\u00ff\u00fe",
                "/" + LONG,
                "/a b");
        var queries = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "?",
                        "?f=a|b",
                        "?f={}",
                        "?f=^",
                        "?f=`",
                        "?f=\\",
                        "?%",
                        "?%zz=%",
                        "?\u00e9=\u00ff",
                        "?&&=&",
                        "?" + LONG),
                Arbitraries.strings()
                        .withCharRange(' ', '\u00ff')
                        .ofMaxLength(12)
                        .map(text -> "?" + text));
        return Combinators.combine(paths, queries).as((path, query) -> path + query);
    }

    private static Arbitrary<String> versions() {
        return Arbitraries.frequency(
                tuple(12, " HTTP/1.1"),
                tuple(1, " HTTP/1.0"),
                tuple(1, " HTTP/2.0"),
                tuple(1, " HTTP/9"),
                tuple(1, ""),
                tuple(1, " FTP/1.1"));
    }

    /** Those of a handshake, of which some may be missing or there twice, and others. */
    private static Arbitrary<List<String>> headers() {
        var others = Arbitraries.of(
                "Host: evil.example",
                "Host: a b",
                "Host:",
                "Host: [::1",
                "Upgrade: h2c",
                "Upgrade: websocket, other",
                "Connection: close",
                "Connection: keep-alive, Upgrade",
                "Sec-WebSocket-Key: x",
                "Sec-WebSocket-Version: 8",
                "Sec-WebSocket-Protocol: chat, \"",
                "Sec-WebSocket-Protocol: ,,",
                "Sec-WebSocket-Extensions: ;;;=\"",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99",
                "Content-Length: 5",
                "Content-Length: -1",
                "Content-Length: 5\r\nContent-Length: 6",
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: odd",
                "Expect: 100-continue",
                "Cookie: ;;=;\"",
                "X-Forwarded-For: \"",
                "Authorization: AWS4-HMAC-SHA256 Credential=a/b/c/execute-api/aws4_request",
                "Authorization: ,,=",
                ": empty",
                "no colon",
                " folded",
                "X-\u00e9: \u00ff",
                "X-Nul: a\u0000b",
                "X-Escape: \u001b[31m",
                "X-Long: " + LONG,
                "X-Longer: " + LONG.repeat(9));
        return Combinators.combine(
                        Arbitraries.frequency(
                                tuple(4, HANDSHAKE), tuple(1, HANDSHAKE.subList(0, 3)), tuple(1, List.<String>of())),
                        others.list().ofMaxSize(3))
                .as((first, then) ->
                        Stream.concat(first.stream(), then.stream()).toList());
    }

    private static Arbitrary<String> bodies() {
        return Arbitraries.of(
                "", "", "", "hello", "5\r\nhello\r\n0\r\n\r\n", "zz\r\n", "\u0081\u0085\u0000", "[".repeat(20_000));
    }

    /** A right handshake in which some bytes are others. */
    private static Arbitrary<byte[]> changed() {
        var right = bytes("GET /live?a=b HTTP/1.1\r\n" + String.join("\r\n", HANDSHAKE) + "\r\n\r\n");
        var changes = Combinators.combine(Arbitraries.integers().between(0, right.length - 1), Arbitraries.bytes())
                .as((place, other) -> new Change(place, other))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return changes.map(all -> {
            var changed = right.clone();
            all.forEach(change -> changed[change.place()] = change.other());
            return changed;
        });
    }

    private record Change(int place, byte other) {}

    private static Arbitrary<byte[]> nothing() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }

    private static <T> Tuple2<Integer, T> tuple(int weight, T value) {
        return Tuple.of(weight, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
