package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.apigateway.stage.Header;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After the handshake with an API of the stack. */
@Timeout(60)
class FramesTest {

    @Test
    void the_jdk_s_client_talks_to_an_api_through_the_edge() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal());
                var client = EdgeClient.connect(edge.uri("/"))) {
            client.send("hello");

            assertThat(client.next()).isEqualTo("hello");
        }
    }

    @Test
    void jetty_s_client_talks_to_an_api_through_the_edge() throws Exception {
        var client = new WebSocketCoreClient();
        LifeCycle.start(client);
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            var said = new Said();
            client.connect(said, edge.uri("/")).get(20, TimeUnit.SECONDS);

            assertThat(said.message.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
        } finally {
            LifeCycle.stop(client);
        }
    }

    @Test
    void the_subprotocol_that_the_api_chose_is_the_viewer_s() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal());
                var client = EdgeClient.connect(edge.uri("/"), "chat.v1")) {
            assertThat(client.subprotocol()).isEqualTo("chat.v1");
        }
    }

    @Test
    void an_offer_of_compression_is_not_taken_up() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            var answer = edge.handshake("/", "Sec-WebSocket-Extensions: permessage-deflate");

            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.header("Sec-WebSocket-Extensions")).isEmpty();
        }
    }

    @Test
    void the_api_s_headers_come_with_the_101() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            edge.apis.answer(new ConnectAnswer.Accepted(
                    List.of(new Header("X-Session", "7")), Optional.empty(), new EchoFrames(), limits -> {}));

            assertThat(edge.handshake("/").header("X-Session")).contains("7");
        }
    }

    @Test
    void a_refusal_of_the_api_reaches_the_viewer_as_it_is() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            edge.apis.answer(new ConnectAnswer.Refused(
                    401, List.of(new Header("x-why", "no token")), "{\"message\":\"Unauthorized\"}"));
            var answer = edge.handshake("/");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(answer.header("x-why")).contains("no token");
            assertThat(answer.header("X-Cache")).contains("Error from cloudfront");
        }
    }

    @Test
    void the_close_code_reaches_the_api_and_its_answer_the_viewer() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal());
                var client = EdgeClient.connect(edge.uri("/"))) {
            assertThat(client.close(1000)).isEqualTo(1000);
            assertThat(edge.apis.closed.poll(20, TimeUnit.SECONDS).getCode()).isEqualTo(1000);
        }
    }

    @Test
    void a_viewer_that_dies_without_a_close_is_one_that_the_api_hears_of() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            edge.arrival("/");

            assertThat(edge.apis.closed.poll(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void a_viewer_that_sends_frames_with_its_handshake_loses_none() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal());
                var viewer =
                        new Socket(InetAddress.getLoopbackAddress(), edge.edge().port())) {
            viewer.setSoTimeout(20_000);
            viewer.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                                    + "\u0081\u0082\0\0\0\0hi")
                            .getBytes(ISO_8859_1));

            assertThat(RawAnswer.read(viewer.getInputStream()).status()).isEqualTo(101);
            assertThat(viewer.getInputStream().readNBytes(4)).containsExactly(0x81, 2, 'h', 'i');
        }
    }

    private static final class Said extends EchoFrames {
        private final CompletableFuture<String> message = new CompletableFuture<>();

        @Override
        public void onOpen(CoreSession session, Callback callback) {
            super.onOpen(session, callback);
            session.sendFrame(new Frame(OpCode.TEXT, "hello"), Callback.NOOP, false);
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            message.complete(frame.getPayloadAsUTF8());
            callback.succeeded();
        }
    }
}
