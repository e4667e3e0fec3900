package io.edgesocket.probe;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Wrong answers to a handshake, and to what isn't one. */
final class HandshakeFaults {
    private HandshakeFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                header("no Via", "Via", "", "edge.via", "no Via", "isn't behind CloudFront", "alias records"),
                header("another Via", "Via", "1.1 squid", "edge.via", "Via: 1.1 squid"),
                header("no X-Amz-Cf-Id", "X-Amz-Cf-Id", "", "edge.id", "no X-Amz-Cf-Id"),
                header("a cached answer", "X-Cache", "Hit from cloudfront", "edge.cache", "caches", "CachingDisabled"),
                header(
                        "a wrong digest",
                        "Sec-WebSocket-Accept",
                        TestServer.digest("other"),
                        "handshake.accept",
                        "of another handshake",
                        "CachingDisabled"),
                header("no Upgrade", "Upgrade", "", "handshake.upgrade", "no Upgrade", "proxy"),
                header(
                        "another Connection",
                        "Connection",
                        "keep-alive",
                        "handshake.connection",
                        "Connection: keep-alive"),
                header(
                        "a subprotocol that nobody offered",
                        "Sec-WebSocket-Protocol",
                        "mqtt",
                        "handshake.subprotocol",
                        "mqtt was chosen",
                        "fixed subprotocol"),
                header(
                        "an extension that nobody offered",
                        "Sec-WebSocket-Extensions",
                        "x-webkit-deflate-frame",
                        "handshake.extensions",
                        "x-webkit-deflate-frame"),
                Fault.served(
                        "HTTP/1.0",
                        () -> new TestServer() {
                            @Override
                            String answer(Call call) {
                                return super.answer(call).replace("HTTP/1.1 101", "HTTP/1.0 101");
                            }
                        },
                        List.of("handshake.http"),
                        "HTTP/1.0",
                        "an older version"),
                Fault.served(
                        "a plain GET gets a page",
                        () -> new TestServer() {
                            @Override
                            String answer(Call call) {
                                return call.isHandshake() ? super.answer(call) : page(200, Map.of(), "hello");
                            }
                        },
                        List.of("http.get"),
                        "another origin",
                        "order of the distribution's behaviors"),
                Fault.served(
                        "edge code fails on an unknown path",
                        () -> new TestServer() {
                            @Override
                            String answer(Call call) {
                                return call.path().length() > 1 ? page(503, Map.of(), "") : super.answer(call);
                            }
                        },
                        List.of("paths.unknown"),
                        "503",
                        "edge code fails"));
    }

    private static Fault header(String name, String header, String value, String fails, String... says) {
        return Fault.served(
                name,
                () -> new TestServer() {
                    @Override
                    Map<String, String> accepted(Call call) {
                        var headers = super.accepted(call);
                        headers.remove(header);
                        if (!value.isEmpty()) {
                            headers.put(header, value);
                        }
                        return headers;
                    }
                },
                List.of(fails),
                says);
    }
}
