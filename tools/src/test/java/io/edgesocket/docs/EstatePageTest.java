package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.engine.Registrations;
import io.edgesocket.estate.Estate;
import io.edgesocket.iam.StackRights;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.plan.Planner;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stack that has everything is planned, and played. */
@Needs("node")
@Timeout(120)
class EstatePageTest {
    static final Page PAGE = new Page(Estate.PAGE);
    private static final Path PROGRAM = Path.of("tools/src/test/java/io/edgesocket/estate/Estate.java");

    private final Registrations estate = Estate.registrations();

    @Test
    void the_program_of_the_page_is_the_one_that_is_tested() throws IOException {
        var program = withoutSpace(Files.readString(PROGRAM));
        assertThat(PAGE.blocks("java").map(block -> withoutSpace(block).replace("Path.of(\"site\")", "SITE")))
                .singleElement()
                .satisfies(block -> assertThat(program).contains(block));
    }

    @Test
    void it_is_planned() {
        var plan = Planner.plan(estate, Path.of(""));
        assertThat(plan.resources())
                .extracting(resource -> resource.type().replaceFirst(".*:", "") + " " + resource.name())
                .contains(
                        "Distribution cdn",
                        "BucketV2 site",
                        "DomainName chat-domain",
                        "Alias chat-history-function-alias");
        assertThat(plan.toString()).doesNotContain(Path.of("").toAbsolutePath().toString());
    }

    @Test
    void the_rights_that_it_needs_are_known() {
        assertThat(StackRights.unknownTypes(estate)).isEmpty();
    }

    @Test
    void site_and_websocket_are_played_under_one_name() throws Exception {
        var place = new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0);
        try (var run = LocalRun.start(estate, Path.of(""), place, Journal.NONE, FunctionLog.NONE)) {
            var client = HttpClient.newHttpClient();
            var site = URI.create("http://127.0.0.1:" + run.edgePort() + "/users/7");
            assertThat(client.send(HttpRequest.newBuilder(site).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("<p>the site");
            assertThat(echo(client, URI.create("ws://127.0.0.1:" + run.edgePort() + "/ws")))
                    .isEqualTo("hello");
        }
    }

    private static String echo(HttpClient client, URI address) throws Exception {
        var answer = new CompletableFuture<String>();
        var socket = client.newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        return null;
                    }
                })
                .get(20, TimeUnit.SECONDS);
        socket.sendText("hello", true);
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
