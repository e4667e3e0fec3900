package io.edgesocket.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Listening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in a browser of this machine must not use the stack that is played, unless it is one of the developer's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignPagesTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final LocalRun run = start(Set.of());

    @AfterAll
    void stop() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]", "chat.localhost", "192.168.1.7:80"})
    void names_of_this_machine_are_called(String host) throws IOException {
        assertThat(edge(host, "")).isEqualTo(101);
        assertThat(gateway(host, "")).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "evil.example:8080", "127.0.0.1.evil.example"})
    void another_name_is_refused_and_the_run_says_how_to_allow_it(String host) throws IOException {
        assertThat(edge(host, "")).isEqualTo(403);
        assertThat(gateway(host, "")).isEqualTo(403);
        assertThat(told)
                .anyMatch(line -> line.contains("Host " + host.replace(":8080", "")) && line.contains("--allow-host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://localhost", "http://127.0.0.1:5173", "http://[::1]:3000"})
    void pages_of_this_machine_connect(String origin) throws IOException {
        assertThat(edge("localhost", "Origin: " + origin)).isEqualTo(101);
        assertThat(gateway("localhost", "Origin: " + origin)).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "http://203.0.113.7", "null", "http://localhost.evil.example", "\""})
    void pages_of_others_do_not(String origin) throws IOException {
        assertThat(edge("localhost", "Origin: " + origin)).isEqualTo(403);
        assertThat(gateway("localhost", "Origin: " + origin)).isEqualTo(403);
    }

    @Test
    void the_stack_s_own_names_are_called() throws IOException {
        assertThat(edge(run.distributions().get(0).hosts().get(0), "")).isEqualTo(101);
        assertThat(gateway(run.stages().get(0).host(), "")).isEqualTo(101);
    }

    @Test
    void connections_are_not_managed_under_another_name() throws IOException {
        assertThat(status(
                        run.stages().get(0).client().getPort(),
                        "GET /" + run.stages().get(0).stage() + "/@connections/L0SM9cOFvHcCIhw=",
                        "evil.example",
                        ""))
                .isEqualTo(403);
        assertThat(told).anyMatch(line -> line.contains("Host evil.example is no name of this stack"));
    }

    @Test
    void what_is_allowed_is_called_and_its_pages_connect() throws IOException {
        try (var allowing = start(Set.of("App.example.com", "*.preview.example.com", "null"))) {
            var port = allowing.edgePort();
            assertThat(status(port, "GET /", "app.example.com", "Origin: https://a.preview.example.com"))
                    .isEqualTo(101);
            assertThat(status(port, "GET /", "localhost", "Origin: null")).isEqualTo(101);
            assertThat(status(port, "GET /", "preview.example.com", "")).isEqualTo(403);
        }
    }

    private int edge(String host, String header) throws IOException {
        return status(run.edgePort(), "GET /", host, header);
    }

    private int gateway(String host, String header) throws IOException {
        var stage = run.stages().get(0);
        return status(stage.client().getPort(), "GET /" + stage.stage(), host, header);
    }

    private static int status(int port, String request, String host, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var head = request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + (header.isEmpty() ? "" : header + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return Integer.parseInt(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8).substring(9));
        }
    }

    private LocalRun start(Set<String> allowed) {
        var config = new StackConfig("chat", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
        return LocalRun.start(
                Engine.run(config, App::stack),
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0, allowed),
                new Listening(event -> told.add(event.text())),
                (function, line) -> {});
    }
}
