package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** CloudFront cuts a connection on which the origin has sent nothing for ten minutes. */
@Timeout(60)
class IdleWatchTest {
    private static final Duration ALMOST = Duration.ofMinutes(10).minusMillis(1);

    @Test
    void after_ten_minutes_without_a_byte_from_the_origin_the_connection_is_cut() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal());
                var client = opened(edge)) {
            assertThat(closeCodeAfterSilence(edge, client)).isEqualTo(1006);
            assertThat(edge.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because()).contains("10 minutes"));
        }
    }

    @Test
    void a_moment_before_it_is_not() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal());
                var client = opened(edge)) {
            edge.clock.turn(ALMOST);
            edge.edge().look();

            assertThat(echo(client)).isEqualTo("hello");
        }
    }

    @Test
    void what_the_origin_sends_begins_the_time_anew() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal());
                var client = opened(edge)) {
            edge.clock.turn(ALMOST);
            echo(client);
            echo(client); // by when the first is counted
            edge.edge().look();
            edge.clock.turn(ALMOST);
            edge.edge().look();

            assertThat(echo(client)).isEqualTo("hello");
        }
    }

    @Test
    void a_tunnel_to_another_address_is_cut_in_the_same_way() throws Exception {
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(Cdn.minimal()
                        .origin("{domainName: 'localhost', customOriginConfig: "
                                + "{originProtocolPolicy: 'http-only', httpPort: " + origin.port() + "}}"));
                var client = opened(edge)) {
            assertThat(closeCodeAfterSilence(edge, client)).isEqualTo(1006);
        }
    }

    /** A connection over which a message has gone, and which the watch has seen. */
    private static EdgeClient opened(LocalEdge edge) throws InterruptedException {
        var client = EdgeClient.connect(edge.uri("/"));
        echo(client);
        edge.edge().look();
        return client;
    }

    /** A byte that the viewer has already may be counted a moment later, and begin the time anew. */
    private static int closeCodeAfterSilence(LocalEdge edge, EdgeClient client) throws Exception {
        do {
            edge.clock.turn(ALMOST.plusMillis(1));
            edge.edge().look();
        } while (!client.closesWithin(Duration.ofMillis(20)));
        return client.closeCode();
    }

    private static String echo(EdgeClient client) throws InterruptedException {
        client.send("hello");
        return client.next();
    }
}
