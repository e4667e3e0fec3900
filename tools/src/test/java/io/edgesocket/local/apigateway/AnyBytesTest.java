package io.edgesocket.local.apigateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.TurnableClock;
import io.edgesocket.local.cloudfront.Edge;
import io.edgesocket.local.cloudfront.EdgeFunctions;
import io.edgesocket.local.cloudfront.StackApis;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Listening;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever bytes come at a port: an answer that AWS could give, or a close; never silence, and nothing is left behind. */
class AnyBytesTest {
    private static final int TRIES = 150;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final ConcurrentLinkedQueue<Event> EVENTS = new ConcurrentLinkedQueue<>();
    private static final FakeFunction CONNECT = FakeFunction.ok("connect");
    private static final FakeFunction DISCONNECT = FakeFunction.ok("disconnect");
    private static Gateway gateway;
    private static Edge edge;

    @BeforeContainer
    static void start() throws IOException {
        var stack = new HandMadeStack()
                .to("$connect", CONNECT)
                .to("$disconnect", DISCONNECT)
                .resource("aws:cloudfront/distribution:Distribution", "cdn", distribution());
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var journal = new Listening(EVENTS::add);
        var clock = new TurnableClock();
        gateway = Gateway.start(stack.stack(), stack::function, journal, clock, any);
        edge = Edge.start(stack.stack(), StackApis.of(stack.stack(), gateway), EdgeFunctions.NONE, journal, clock, any);
    }

    /** It forwards all that a viewer sends, but for Host. */
    private static ObjectNode distribution() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree("""
                {"origins": [{"originId": "api", "domainName": "api1.execute-api.eu-west-1.amazonaws.com",
                   "originPath": "/live", "customOriginConfig": {"originProtocolPolicy": "https-only", "httpPort": 80,
                   "httpsPort": 443}}],
                 "defaultCacheBehavior": {"targetOriginId": "api", "viewerProtocolPolicy": "https-only",
                   "originRequestPolicyId": "b689b0a8-53d0-40ab-baf2-68738e2966ac",
                   "cachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "allowedMethods":
                   ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]}}
                """);
    }

    @AfterContainer
    static void stop() {
        gateway.close();
        edge.close();
    }

    @Provide
    Arbitrary<AnyBytes> any() {
        return AnyBytes.any();
    }

    @Property(tries = TRIES)
    void the_edge_answers_or_closes(@ForAll("any") AnyBytes sent) throws Exception {
        answersOrCloses(edge.port(), sent.bytes());
    }

    @Property(tries = TRIES)
    void the_gateway_answers_or_closes(@ForAll("any") AnyBytes sent) throws Exception {
        answersOrCloses(gateway.port(), sent.bytes());
    }

    private static void answersOrCloses(int port, byte[] bytes) throws Exception {
        EVENTS.clear();
        var answer = sent(port, bytes);

        assertThat(answer)
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception:", "Exception ", "java.", "HTTP ERROR", "Reason:");
        if (!answer.isEmpty()) {
            assertThat(answer).matches("(?s)HTTP/1.1 [1-5][0-9][0-9] .*");
            assertThat(EVENTS).as("a trace of %s", answer).isNotEmpty();
        }
        assertThat(EVENTS).extracting(Event::text).noneMatch(text -> text.contains("a mistake in edgesocket"));
        assertThat(ended()).as("connections are ended").isTrue();
    }

    /** All that comes until the server has closed the connection too. */
    private static String sent(int port, byte[] bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no end after: " + answer.toString(ISO_8859_1), e);
            } catch (SocketException reset) {
                // a close is an answer too
            }
            return answer.toString(ISO_8859_1);
        }
    }

    /** Who was connected is forgotten, and $disconnect was called for him. */
    private static boolean ended() {
        var end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (System.nanoTime() < end) {
            if (gateway.connected() == 0
                    && CONNECT.events().size() == DISCONNECT.events().size()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
