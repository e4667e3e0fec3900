package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.apigateway.ConnectAnswer.Accepted;
import io.edgesocket.local.apigateway.ConnectAnswer.Refused;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.Header;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handshake that is handed over without a socket, as the edge does it. */
class HandoverTest {
    private static final String HOST = "api1.execute-api.eu-west-1.amazonaws.com";
    private static final List<Header> HANDSHAKE = List.of(
            new Header("upgrade", "WebSocket"),
            new Header("Connection", "Upgrade"),
            new Header("Sec-WebSocket-Version", "13"),
            new Header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));

    private static ConnectRequest request(String host, String path, List<Header> headers) {
        return new ConnectRequest("GET", host, path, "", headers, "10.0.0.1");
    }

    private static ConnectAnswer answer(HandMadeStack stack, ConnectRequest request) {
        try (var gateway = stack.start()) {
            return gateway.gateway().connect(request).join();
        }
    }

    @Test
    void a_handshake_is_accepted_by_the_api_s_own_host_name_and_stage() {
        assertThat(answer(new HandMadeStack(), request(HOST, "/live", HANDSHAKE)))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.com", "localhost", "api1", "other.execute-api.eu-west-1.amazonaws.com"})
    void a_forwarded_Host_of_the_viewer_is_forbidden(String host) {
        try (var gateway = new HandMadeStack().start()) {
            var refused = (Refused)
                    gateway.gateway().connect(request(host, "/live", HANDSHAKE)).join();
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.fix()).startsWith("remove Host from the origin request"));
        }
    }

    @Test
    void an_api_whose_own_endpoint_is_disabled_is_forbidden() {
        var stack = new HandMadeStack().api(api -> api.put("disableExecuteApiEndpoint", true));
        assertThat(answer(stack, request(HOST, "/live", HANDSHAKE)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_handshake_that_lost_a_header_on_its_way_is_a_bad_request(int lost) {
        var headers = new ArrayList<>(HANDSHAKE);
        headers.remove(lost);
        assertThat(answer(new HandMadeStack(), request(HOST, "/live", headers)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void the_peer_is_the_source_and_the_viewer_stands_before_it_in_X_Forwarded_For() {
        var connect = FakeFunction.ok("connect");
        var headers = new ArrayList<>(HANDSHAKE);
        headers.add(new Header("X-Forwarded-For", "203.0.113.7"));
        answer(new HandMadeStack().to("$connect", connect), request(HOST, "/live", headers));
        assertThat(connect.context().path("identity").path("sourceIp").asText()).isEqualTo("10.0.0.1");
        assertThat(connect.event().path("headers").path("X-Forwarded-For").asText())
                .isEqualTo("203.0.113.7, 10.0.0.1");
    }

    @Test
    void a_stage_tells_its_addresses() {
        try (var gateway =
                new HandMadeStack().to("$connect", FakeFunction.ok("connect")).start()) {
            assertThat(gateway.gateway().stages()).singleElement().satisfies(stage -> {
                assertThat(stage.host()).isEqualTo(HOST);
                assertThat(stage.client()).isEqualTo(gateway.uri("/live"));
                assertThat(stage.management())
                        .hasToString("http://127.0.0.1:" + gateway.gateway().port() + "/live");
            });
        }
    }
}
