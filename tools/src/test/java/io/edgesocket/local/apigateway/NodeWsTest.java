package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Node's ws, which is what wscat and most servers in JavaScript are made of. */
@EnabledIf(
        value = "nodeFindsWs",
        disabledReason =
                "needs Node.js and its ws: npm install --prefix FOLDER ws, " + "and NODE_PATH=FOLDER/node_modules")
class NodeWsTest {
    private static final Path CLIENT =
            Path.of("tools/src/test/resources/clients/ws.cjs").toAbsolutePath();
    private static final Path ANYWHERE = Path.of(".");

    static boolean nodeFindsWs() {
        return Command.isOnPath("node")
                && Command.run(ANYWHERE, Map.of(), List.of("node", "-e", "require('ws')"))
                        .succeeded();
    }

    @ParameterizedTest
    @CsvSource({
        "echo,      hello",
        "fragments, in three parts",
        "longest,   32768",
        "ping,      pong are you there",
        "close,     closed 4000 bye",
        "binary,    closed 1003 Binary frames are not supported",
        "tooLong,   closed 1009 Frame over 32 KB"
    })
    void it_is_served(String scenario, String outcome) {
        try (var gateway = new HandMadeStack()
                .replying("$default", FakeFunction.echo("echo"))
                .start()) {
            assertThat(outcome(gateway, scenario)).isEqualTo(outcome);
        }
    }

    @Test
    void it_accepts_the_subprotocol_that_connect_chooses() {
        var chooses = FakeFunction.returning(
                "connect", "{\"statusCode\":200,\"headers\":{\"Sec-WebSocket-Protocol\":\"chat.v1\"}}");
        try (var gateway = new HandMadeStack().to("$connect", chooses).start()) {
            assertThat(outcome(gateway, "subprotocol")).isEqualTo("chat.v1");
        }
    }

    @Test
    void it_sees_the_status_of_a_refusal() {
        try (var gateway = new HandMadeStack()
                .to("$connect", FakeFunction.status("connect", 401))
                .start()) {
            assertThat(outcome(gateway, "echo")).isEqualTo("refused 401");
        }
    }

    @Test
    void it_is_told_that_the_gateway_goes_away() throws IOException {
        var gateway = new HandMadeStack().start();
        var client = new ProcessBuilder(command(gateway, "wait")).start();
        CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(client::destroyForcibly);
        try (var out = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("open");
            gateway.close();
            assertThat(out.readLine()).isEqualTo("closed 1001 Going away");
        } finally {
            client.destroy();
        }
    }

    private static String outcome(TestGateway gateway, String scenario) {
        return Command.run(ANYWHERE, Map.of(), command(gateway, scenario)).out().strip();
    }

    private static List<String> command(TestGateway gateway, String scenario) {
        return List.of("node", CLIENT.toString(), gateway.uri("/live").toString(), scenario);
    }
}
