package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.journal.Event;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CloudFront does when an origin doesn't answer, or not well. */
@Timeout(60)
class FailoverTest {
    private static final String HURRIED = "{connectionAttempts: 1, customOriginConfig: {originReadTimeout: 1}}";

    @Test
    void a_handshake_that_the_first_origin_fails_goes_to_the_second() throws Exception {
        try (var second = RemoteServer.plain();
                var edge = LocalEdge.start(group(second.port(), "503"))) {
            edge.apis.answer(new ConnectAnswer.Refused(503, List.of(), "{}"));

            assertThat(edge.handshake("/").status()).isEqualTo(101);
            assertThat(edge.events()).extracting(Event::text).contains("503 from api: fails over to second");
        }
    }

    @Test
    void the_second_origin_gets_its_own_host() throws Exception {
        try (var second = RemoteServer.plain();
                var edge = LocalEdge.start(group(second.port(), "503"))) {
            edge.apis.answer(new ConnectAnswer.Refused(503, List.of(), "{}"));
            edge.handshake("/");

            assertThat(second.headers().get("Host")).isEqualTo("localhost");
        }
    }

    @Test
    void a_status_that_the_group_does_not_name_is_the_viewer_s() throws Exception {
        try (var second = RemoteServer.plain();
                var edge = LocalEdge.start(group(second.port(), "500"))) {
            edge.apis.answer(new ConnectAnswer.Refused(503, List.of(), "{}"));

            assertThat(edge.handshake("/").status()).isEqualTo(503);
        }
    }

    @Test
    void an_answer_of_the_second_origin_is_the_viewer_s_whatever_it_is() throws Exception {
        try (var nobody = new Nobody();
                var edge = LocalEdge.start(group(nobody.port(), "403"))) {
            edge.apis.answer(new ConnectAnswer.Refused(403, List.of(), "{}"));

            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "502"})
    void a_first_origin_that_nobody_can_connect_to_counts_as_503(String named) throws Exception {
        try (var nobody = new Nobody();
                var second = RemoteServer.plain();
                var edge = LocalEdge.start(unreached(group(second.port(), named), nobody.port()))) {
            assertThat(edge.handshake("/").status()).isEqualTo(named.equals("503") ? 101 : 502);
        }
    }

    @Test
    void one_that_does_not_answer_in_time_counts_as_504() throws Exception {
        try (var first = RemoteServer.plain();
                var second = RemoteServer.plain();
                var edge =
                        LocalEdge.start(unreached(group(second.port(), "504", ", originReadTimeout: 1"), first.port())
                                .origin(HURRIED))) {
            var answer = edge.send("GET /hangs HTTP/1.1", List.of("Host: a"));

            assertThat(answer.status()).isEqualTo(504); // of the second: it hangs there too
            assertThat(edge.events()).extracting(Event::text).contains("504 from api: fails over to second");
        }
    }

    @Test
    void an_api_of_the_stack_that_does_not_answer_in_time_counts_as_504_too() throws Exception {
        try (var second = RemoteServer.plain();
                var edge = LocalEdge.start(group(second.port(), "504").origin(HURRIED))) {
            edge.apis.answerLate();

            assertThat(edge.handshake("/").status()).isEqualTo(101);
            assertThat(edge.events())
                    .extracting(Event::text)
                    .contains(
                            "504: https://" + Cdn.API + "/live didn't answer "
                                    + "within 1 s — make the origin faster, or its read timeout longer (WebSocketOrigin.readTimeout)");
        }
    }

    @Test
    void who_an_api_connects_too_late_is_disconnected_at_once() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().origin(HURRIED))) {
            var late = edge.apis.answerLate();
            assertThat(edge.handshake("/").status()).isEqualTo(504);

            late.complete(edge.apis.accepted(edge.arrived()));
            assertThat(edge.apis.closed.poll(10, TimeUnit.SECONDS))
                    .extracting(CloseStatus::getCode)
                    .isEqualTo(CloseStatus.NO_CLOSE);
        }
    }

    @Test
    void a_handshake_that_an_api_does_not_answer_in_time_is_sent_again() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().origin(HURRIED).origin("{connectionAttempts: 2}"))) {
            edge.apis.answerLate();

            assertThat(edge.handshake("/").status()).isEqualTo(504);
            assertThat(edge.apis.arrived).hasSize(2);
        }
    }

    @Test
    void what_may_change_something_never_fails_over() throws Exception {
        try (var nobody = new Nobody();
                var second = RemoteServer.plain();
                var edge = LocalEdge.start(unreached(group(second.port(), "503"), nobody.port())
                        .defaultBehavior(
                                "{allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE']}"))) {
            assertThat(edge.send("POST / HTTP/1.1", List.of("Host: a", "Content-Length: 0"))
                            .status())
                    .isEqualTo(502);
        }
    }

    @Test
    void a_connection_is_attempted_as_often_as_the_origin_says() throws Exception {
        try (var nobody = new Nobody();
                var edge =
                        LocalEdge.start(unreached(Cdn.minimal(), nobody.port()).origin("{connectionAttempts: 3}"))) {
            edge.handshake("/");

            assertThat(edge.events())
                    .extracting(Event::text)
                    .filteredOn(text -> text.startsWith("attempt "))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("attempt 3 of 3, after no connection to http://localhost:");
        }
    }

    @Test
    void a_GET_that_is_not_answered_in_time_is_sent_again() throws Exception {
        var hurried = "{connectionAttempts: 2, customOriginConfig: {originReadTimeout: 1}}";
        try (var origin = RemoteServer.plain();
                var edge =
                        LocalEdge.start(unreached(Cdn.minimal(), origin.port()).origin(hurried))) {
            assertThat(edge.handshake("/hangs").status()).isEqualTo(504);
            assertThat(origin.arrived).hasSize(2);
        }
    }

    @Test
    void a_POST_that_is_not_answered_in_time_is_not_sent_again() throws Exception {
        var hurried = "{connectionAttempts: 2, customOriginConfig: {originReadTimeout: 1}}";
        var cdn = unreached(Cdn.minimal(), 0)
                .defaultBehavior("{allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE']}");
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(unreached(cdn, origin.port()).origin(hurried))) {
            var answer = edge.send("POST /hangs HTTP/1.1", List.of("Host: a", "Content-Length: 0"));

            assertThat(answer.status()).isEqualTo(504);
            assertThat(origin.arrived).hasSize(1);
        }
    }

    /** The stack's API, and behind it a server somewhere. */
    private static Cdn group(int port, String status) {
        return group(port, status, "");
    }

    /** @param more of what is set for the server */
    private static Cdn group(int port, String status, String more) {
        return Cdn.minimal()
                .anotherOrigin("{originId: 'second', domainName: 'localhost', connectionAttempts: 1, "
                        + "customOriginConfig: {originProtocolPolicy: 'http-only', httpPort: " + port + more + "}}")
                .with("{originGroups: [{originId: 'both', failoverCriteria: {statusCodes: [" + status + "]}, "
                        + "members: [{originId: 'api'}, {originId: 'second'}]}]}")
                .defaultBehavior("{targetOriginId: 'both'}");
    }

    /** The first origin is an address of this machine. */
    private static Cdn unreached(Cdn cdn, int port) {
        return cdn.origin("{domainName: 'localhost', customOriginConfig: {originProtocolPolicy: 'http-only', httpPort: "
                + port + "}}");
    }
}
