package io.edgesocket.probe;

import io.edgesocket.probe.Expected.Origin;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who gets in and shouldn't, where, and for how long. */
final class AccessFaults {
    private static final Token TOKEN = new Token(Token.Place.query, "token", "t0ken");
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final int WELL_BEFORE = 800;

    private AccessFaults() {}

    static Stream<Fault> all() {
        return Stream.of(guard(), tokens(), paths(), idle()).flatMap(each -> each);
    }

    private static Stream<Fault> guard() {
        return Stream.of(
                guarded(
                        "the API takes everybody",
                        Everywhere::new,
                        List.of("guard.no-key", "guard.wrong-key"),
                        "the edge can be bypassed",
                        "edgesocket:originGuard"),
                guarded(
                        "the API takes any key",
                        () -> new Guarded() {
                            @Override
                            boolean isLetIn(Call call) {
                                return call.headers().containsKey("x-api-key");
                            }
                        },
                        List.of("guard.wrong-key"),
                        "the edge can be bypassed",
                        "edgesocket:originGuard"),
                guarded(
                        "the API's address has no stage",
                        "",
                        Guarded::new,
                        List.of("guard.no-key", "guard.wrong-key"),
                        "403",
                        "this proves nothing",
                        "the stage's name as its path"),
                guarded(
                        "the API's address has more than a stage",
                        "/live/orders",
                        Guarded::new,
                        List.of("guard.no-key", "guard.wrong-key"),
                        "403",
                        "this proves nothing"));
    }

    /** Has a socket at each path. */
    static class Everywhere extends TestServer {
        @Override
        String answer(Call call) {
            return call.isHandshake() ? head(101, accepted(call)) : super.answer(call);
        }
    }

    /** Refuses who has no key. */
    private static class Guarded extends Everywhere {
        boolean isLetIn(Call call) {
            return false;
        }

        @Override
        String answer(Call call) {
            return isLetIn(call) ? super.answer(call) : refusal(403, "ForbiddenException", "Forbidden");
        }
    }

    private static Fault guarded(String name, Supplier<TestServer> origins, List<String> fails, String... says) {
        return guarded(name, "/live", origins, fails, says);
    }

    private static Fault guarded(
            String name, String path, Supplier<TestServer> origins, List<String> fails, String... says) {
        return new Fault(
                name,
                () -> {
                    try (var edge = new TestServer();
                            var origin = origins.get()) {
                        return Probed.of(Target.of(edge.address())
                                .expecting(new Expected(
                                        true,
                                        false,
                                        Optional.empty(),
                                        Optional.of(new Origin(URI.create(origin.address() + path), true, "x-api-key")),
                                        List.of())));
                    }
                },
                fails,
                List.of(says));
    }

    private static Stream<Fault> tokens() {
        return Stream.of(
                withToken(
                        "the token isn't forwarded",
                        call -> 401,
                        List.of("token.with", "handshake.101"),
                        "didn't reach the authorizer",
                        "query:token"),
                withToken(
                        "no authorizer",
                        call -> 101,
                        List.of("token.without", "token.wrong"),
                        "no authorizer",
                        "edgesocket:users"),
                withToken(
                        "an authorizer that takes any token",
                        call -> call.target().contains("token=") ? 101 : 401,
                        List.of("token.wrong"),
                        "no authorizer",
                        "edgesocket:users"));
    }

    private static Fault withToken(
            String name, Function<TestServer.Call, Integer> status, List<String> fails, String... says) {
        return fault(
                name,
                () -> new TestServer() {
                    @Override
                    String answer(Call call) {
                        return call.isHandshake()
                                        && status.apply(call) == 401
                                        && call.path().length() < 2
                                ? refusal(401, "UnauthorizedException", "Unauthorized")
                                : super.answer(call);
                    }
                },
                target -> target.offering(new Offer(List.of(), List.of(), Optional.of(TOKEN))),
                fails,
                says);
    }

    private static Stream<Fault> paths() {
        return Stream.of(
                fault(
                        "a path that reaches the API unchanged",
                        TestServer::new,
                        target -> target.expecting(
                                new Expected(true, false, Optional.empty(), Optional.empty(), List.of("/orders"))),
                        List.of("paths.orders"),
                        "strip the prefix",
                        "docs/paths.md"),
                fault(
                        "a socket at every path",
                        Everywhere::new,
                        target -> target,
                        List.of("paths.unknown"),
                        "edge code makes one path of all"));
    }

    private static Stream<Fault> idle() {
        return Stream.of(
                fault(
                        "a silent connection is closed early",
                        () -> idle(WELL_BEFORE),
                        target -> target.withIdle(IDLE),
                        List.of("idle.closed"),
                        "closed with 1001 after 0.",
                        "proxy"),
                fault(
                        "a silent connection stays open",
                        TestServer::new,
                        target -> target.withIdle(IDLE),
                        List.of("idle.closed"),
                        "open after 3 s",
                        "keeps the connection alive"),
                fault(
                        "a connection with messages is closed",
                        Forgetful::new,
                        target -> target.sending(List.of(Probed.PING)).withIdle(IDLE),
                        List.of("idle.kept"),
                        "closed with 1001",
                        "clients must connect again"));
    }

    private static TestServer idle(int millis) {
        return new TestServer() {
            @Override
            int idleMillis() {
                return millis;
            }
        };
    }

    /** Closes a connection with its third message. */
    private static final class Forgetful extends TestServer {
        private final Map<Peer, Integer> messages = new ConcurrentHashMap<>();

        @Override
        int idleMillis() {
            return (int) IDLE.toMillis();
        }

        @Override
        void text(Peer peer, String text) throws IOException {
            if (messages.merge(peer, 1, Integer::sum) > 2) {
                peer.close(1001);
            } else {
                super.text(peer, text);
            }
        }
    }

    private static Fault fault(
            String name, Supplier<TestServer> servers, UnaryOperator<Target> how, List<String> fails, String... says) {
        return new Fault(
                name,
                () -> {
                    try (var server = servers.get()) {
                        return Probed.of(how.apply(Target.of(server.address())));
                    }
                },
                fails,
                List.of(says));
    }
}
