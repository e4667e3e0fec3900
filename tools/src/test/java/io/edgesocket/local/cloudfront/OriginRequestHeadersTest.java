package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CloudFront itself does to the headers on the way to the origin. */
class OriginRequestHeadersTest {

    @Test
    void the_host_is_the_origin_s_unless_the_viewer_s_is_forwarded() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.arrival("/").header("Host")).contains(Cdn.API);
        }
    }

    @Test
    void the_user_agent_is_cloudfront_s_unless_the_viewer_s_is_forwarded() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.arrival("/", "User-Agent: curl").header("User-Agent"))
                    .contains("Amazon CloudFront");
        }
    }

    @Test
    void a_forwarded_user_agent_is_the_viewer_s() throws Exception {
        try (var edge = LocalEdge.start(everything())) {
            assertThat(edge.arrival("/", "User-Agent: curl").header("User-Agent"))
                    .contains("curl");
        }
    }

    @Test
    void the_viewer_s_address_is_appended_to_x_forwarded_for() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.arrival("/", "X-Forwarded-For: 10.0.0.1").header("X-Forwarded-For"))
                    .contains("10.0.0.1, 127.0.0.1");
        }
    }

    @Test
    void the_request_s_id_goes_to_the_origin_and_to_the_viewer() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            var answer = edge.handshake("/");

            assertThat(edge.arrived().header("X-Amz-Cf-Id"))
                    .isEqualTo(answer.header("X-Amz-Cf-Id"))
                    .isPresent();
        }
    }

    @Test
    void cloudfront_names_itself_in_via() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.arrival("/").header("Via")).get().asString().endsWith("(CloudFront)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Proxy-Authorization: a",
                "TE: trailers",
                "Trailer: a",
                "X-Edge-Location: a",
                "X-Forwarded-Proto: https",
                "X-Real-IP: 10.0.0.1",
                "Keep-Alive: 5"
            })
    void these_never_reach_an_origin(String header) throws Exception {
        try (var edge = LocalEdge.start(everything())) {
            assertThat(edge.arrival("/", header).header(header.substring(0, header.indexOf(':'))))
                    .isEmpty();
        }
    }

    @Test
    void connection_and_upgrade_are_cloudfront_s_own() throws Exception {
        try (var edge = LocalEdge.start(everything())) {
            var answer = edge.send(
                    "GET / HTTP/1.1",
                    List.of(
                            "Host: a",
                            "Connection: keep-alive, Upgrade",
                            "Upgrade: websocket",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
            var arrival = edge.arrived();

            assertThat(answer.status()).isEqualTo(101);
            assertThat(arrival.header("Connection")).contains("Upgrade");
            assertThat(arrival.header("Upgrade")).contains("websocket");
        }
    }

    @Test
    void upgrade_is_taken_from_what_is_no_handshake() throws Exception {
        try (var edge = LocalEdge.start(everything())) {
            edge.send("GET / HTTP/1.1", List.of("Host: a", "Connection: Upgrade", "Upgrade: h2c"));

            assertThat(edge.arrived().header("Upgrade")).isEmpty();
        }
    }

    @Test
    void authorization_is_taken_from_a_get_unless_it_is_forwarded() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.arrival("/", "Authorization: token").header("Authorization"))
                    .isEmpty();
        }
    }

    @Test
    void authorization_stays_in_a_post() throws Exception {
        var cdn = Cdn.minimal().defaultBehavior("{allowedMethods: ['GET', 'HEAD', 'POST']}");
        try (var edge = LocalEdge.start(cdn)) {
            edge.send("POST / HTTP/1.1", List.of("Host: a", "Content-Length: 0", "Authorization: token"));

            assertThat(edge.arrived().header("Authorization")).contains("token");
        }
    }

    @Test
    void an_origin_s_custom_header_overwrites_the_viewer_s() throws Exception {
        var cdn = everything().origin("{customHeaders: [{name: 'x-api-key', value: 'secret'}]}");
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.arrival("/", "X-Api-Key: guess").headers("x-api-key"))
                    .containsExactly("secret");
        }
    }

    @Test
    void the_origin_s_path_stands_before_every_path() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().origin("{originPath: '/prod'}"))) {
            assertThat(edge.arrival("/a%2Fb/").path()).isEqualTo("/prod/a%2Fb/");
        }
    }

    private static Cdn everything() {
        return Cdn.minimal().headers("allExcept", "Host");
    }
}
