package io.edgesocket.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What comes after a 101. */
final class FrameFaults {
    private FrameFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.served(
                        "no answer but silence",
                        () -> new TestServer() {
                            @Override
                            void text(Peer peer, String text) {}
                        },
                        List.of("messages.answers", "messages.order"),
                        "nothing came, after",
                        "@connections",
                        "Route.replying()"),
                Fault.served(
                        "the integration fails",
                        () -> new TestServer() {
                            @Override
                            void text(Peer peer, String text) throws IOException {
                                peer.text("{\"message\":\"Internal server error\",\"connectionId\":\"a\"}");
                            }
                        },
                        List.of("messages.answers", "messages.order"),
                        "the integration of this route fails"),
                Fault.served(
                        "no route",
                        () -> new TestServer() {
                            @Override
                            void text(Peer peer, String text) throws IOException {
                                peer.text("{\"message\":\"Forbidden\",\"connectionId\":\"a\"}");
                            }
                        },
                        List.of("messages.answers", "messages.order"),
                        "no route has this key"),
                Fault.served(
                        "another answer",
                        () -> new TestServer() {
                            @Override
                            void text(Peer peer, String text) throws IOException {
                                peer.text("moo");
                            }
                        },
                        List.of("messages.answers", "messages.order"),
                        "moo, after",
                        "{\"pong\":true}"),
                Fault.served(
                        "a reserved bit",
                        () -> new TestServer() {
                            @Override
                            void text(Peer peer, String text) throws IOException {
                                peer.frame(
                                        Peer.FIN | 0x40 | 1,
                                        (text.equals("hello") ? "hello" : "{\"pong\":true}").getBytes(UTF_8));
                            }
                        },
                        List.of("messages.frames"),
                        "reserved bit"),
                Fault.served(
                        "another pong",
                        () -> new TestServer() {
                            @Override
                            void ping(Peer peer, byte[] payload) throws IOException {
                                peer.pong(new byte[0]);
                            }
                        },
                        List.of("messages.pong"),
                        "a pong with \"\""),
                Fault.served(
                        "closed at once",
                        ClosedAtOnce::new,
                        List.of(
                                "close.stays-open",
                                "messages.answers",
                                "messages.order",
                                "messages.pong",
                                "close.answered",
                                "limits.frame",
                                "limits.frame-more",
                                "limits.message-more",
                                "limits.binary"),
                        "closed with 1011, at once after the 101",
                        "@connections"),
                Fault.served(
                        "a fast answer overtakes",
                        Overtaking::new,
                        List.of("messages.order"),
                        "hello | {\"pong\":true}",
                        "promises no order",
                        "FIFO"),
                Fault.served(
                        "no closing handshake",
                        () -> new TestServer() {
                            @Override
                            void closed(Peer peer, byte[] payload) {}
                        },
                        List.of("close.answered"),
                        "without a close frame",
                        "1006"),
                Fault.served(
                        "binary frames are taken",
                        () -> new TestServer() {
                            @Override
                            void binary(Peer peer) throws IOException {
                                peer.text("taken");
                                peer.close(1000);
                            }
                        },
                        List.of("limits.binary"),
                        "closed with 1000",
                        "isn't a WebSocket API of API Gateway"),
                Fault.served(
                        "a lower limit in between",
                        () -> new TestServer() {
                            @Override
                            int frameMax() {
                                return 16 * 1024;
                            }
                        },
                        List.of("limits.frame"),
                        "closed with 1009",
                        "lower limit"),
                Fault.served(
                        "no limit of a frame",
                        () -> new TestServer() {
                            @Override
                            int frameMax() {
                                return 64 * 1024;
                            }
                        },
                        List.of("limits.frame-more"),
                        "isn't a WebSocket API of API Gateway"),
                Fault.served(
                        "no limit of a message",
                        () -> new TestServer() {
                            @Override
                            int messageMax() {
                                return 256 * 1024;
                            }
                        },
                        List.of("limits.message-more"),
                        "isn't a WebSocket API of API Gateway"));
    }

    /** Of the second connection that has messages, the first is answered after the second. */
    private static final class Overtaking extends TestServer {
        private final List<Peer> talking = new ArrayList<>();
        private final List<String> held = new ArrayList<>();

        @Override
        synchronized void text(Peer peer, String text) throws IOException {
            if (!talking.contains(peer)) {
                talking.add(peer);
                if (talking.size() == 2) {
                    held.add(text);
                    return;
                }
            }
            super.text(peer, text);
            while (!held.isEmpty()) {
                super.text(peer, held.remove(0));
            }
        }
    }

    /** Closes, and doesn't end: the client reads what it was closed with. */
    private static final class ClosedAtOnce extends TestServer {
        @Override
        void opened(Peer peer) throws IOException {
            peer.close(1011);
        }

        @Override
        void text(Peer peer, String text) {}

        @Override
        void binary(Peer peer) {}

        @Override
        void ping(Peer peer, byte[] payload) {}

        @Override
        void tooBig(Peer peer) {}

        @Override
        void closed(Peer peer, byte[] payload) {}
    }
}
