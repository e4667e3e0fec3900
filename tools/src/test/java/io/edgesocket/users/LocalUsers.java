package io.edgesocket.users;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Listening;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The program's own stack with {@code edgesocket:users}, played on this machine: clients come through CloudFront. */
final class LocalUsers implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final LocalRun run;

    private LocalUsers(Map<String, String> settings) {
        var config = new HashMap<>(settings);
        config.put("aws:region", "eu-west-1");
        var registrations =
                Engine.run(new StackConfig("edgesocket", "test", config, Set.of("edgesocket:originGuard")), App::stack);
        var place = new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0);
        run = LocalRun.start(
                registrations,
                Path.of(""),
                place,
                new Listening(event -> told.add(event.toString())),
                (function, line) -> logged.add(line));
    }

    /** @param more further keys of the setting, in JSON */
    static LocalUsers of(Issuer issuer, String more) {
        return new LocalUsers(Map.of("edgesocket:users", users(issuer, more)));
    }

    /** With an origin guard too. */
    static LocalUsers guarded(Issuer issuer, String kind, String key) {
        return new LocalUsers(Map.of(
                "edgesocket:users",
                users(issuer, "\"snapStart\":false"),
                "edgesocket:originGuard",
                "{\"kind\":\"" + kind + "\",\"keys\":{\"blue\":\"" + key + "\"}}"));
    }

    private static String users(Issuer issuer, String more) {
        return "{\"issuer\":\"" + Issuer.NAME + "\",\"audiences\":[\"" + Issuer.AUDIENCE + "\"],\"jwksUri\":\""
                + issuer.keys() + "\"," + more + "}";
    }

    /** What the functions have logged. */
    List<String> logged() {
        return logged;
    }

    /** What the run tells of each step. */
    List<String> told() {
        return told;
    }

    /** The status of a handshake that is refused. */
    int refusal(String target) {
        return refusal(() -> connect(target));
    }

    /** The same of one that goes around CloudFront. */
    int refusalAroundTheCdn(String query, String... headers) {
        return refusal(() -> connectAroundTheCdn(query, headers));
    }

    private static int refusal(Supplier<Client> connect) {
        try (var unexpected = connect.get()) {
            throw new AssertionError("connected");
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw failure;
        }
    }

    Client connect(String target, String... subprotocols) {
        var client = new Client();
        var builder = HTTP.newWebSocketBuilder();
        if (subprotocols.length > 0) {
            builder.subprotocols(
                    subprotocols[0],
                    List.of(subprotocols).subList(1, subprotocols.length).toArray(String[]::new));
        }
        return connect(client, builder, URI.create("ws://127.0.0.1:" + run.edgePort() + target));
    }

    /** To API Gateway's own address. */
    Client connectAroundTheCdn(String query, String... headers) {
        var builder = HTTP.newWebSocketBuilder();
        for (var i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return connect(new Client(), builder, URI.create(run.stages().get(0).client() + query));
    }

    private static Client connect(Client client, WebSocket.Builder builder, URI address) {
        client.socket = builder.buildAsync(address, client)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        return client;
    }

    @Override
    public void close() {
        run.close();
    }

    /** Somebody who is connected. */
    static final class Client implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private WebSocket socket;

        String answer(String message) throws InterruptedException {
            socket.sendText(message, true).join();
            return messages.poll(60, TimeUnit.SECONDS);
        }

        String subprotocol() {
            return socket.getSubprotocol();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            messages.add(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
