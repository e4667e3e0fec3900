package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a handshake, and why one was refused. */
class ExplanationTest {

    @Test
    void a_handshake_is_told_step_by_step() throws Exception {
        var cdn = Cdn.minimal().viewerRequestFunction();
        try (var edge = LocalEdge.start(cdn, TestEdgeCode.changing("{uri: '/'}"))) {
            edge.handshake("/chat?token=1", "Origin: https://example.com");

            assertThat(edge.events())
                    .extracting(Event::step)
                    .containsExactly(
                            Step.VIEWER_REQUEST,
                            Step.EDGE_FUNCTION,
                            Step.ORIGIN_REQUEST_POLICY,
                            Step.ORIGIN_REQUEST,
                            Step.ANSWER);
            assertThat(edge.events())
                    .extracting(Event::text)
                    .containsExactly(
                            "GET /chat?token=1 from 127.0.0.1 to cdn, behavior *",
                            "viewer-request rewrite: /chat?token=1 → /?token=1",
                            "policy: drops origin",
                            "GET /live/?token=1 to https://" + Cdn.API + "/live, an API of this stack",
                            "101 to /chat?token=1");
        }
    }

    @Test
    void all_steps_of_a_handshake_have_its_request_id() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            var id = edge.handshake("/").header("X-Amz-Cf-Id").orElseThrow();

            assertThat(edge.events()).extracting(Event::subject).containsOnly(id);
        }
    }

    @Test
    void a_path_after_the_origin_s_own_is_explained_with_its_fix() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            edge.apis.answer(new ConnectAnswer.Refused(403, List.of(), "{}"));
            edge.handshake("/chat");

            assertThat(edge.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.because()).contains("/live/chat");
                assertThat(refusal.fix()).contains("WebSocketCdn.path");
            });
        }
    }

    @Test
    void a_token_that_the_policy_dropped_is_named_when_the_origin_refuses() throws Exception {
        var cdn = Cdn.minimal().policy("""
                {headersConfig: {headerBehavior: 'allExcept', headers: {items: ['Host']}},
                 queryStringsConfig: {queryStringBehavior: 'none'}}""");
        try (var edge = LocalEdge.start(cdn)) {
            edge.apis.answer(new ConnectAnswer.Refused(401, List.of(), "{}"));
            edge.handshake("/?token=1");

            assertThat(edge.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because()).contains("?token"));
        }
    }

    @Test
    void a_secret_header_of_the_origin_is_never_told() throws Exception {
        var cdn = Cdn.minimal().origin("{customHeaders: [{name: 'x-api-key', value: 'very-secret'}]}");
        try (var edge = LocalEdge.start(cdn)) {
            edge.handshake("/");

            assertThat(edge.events()).isNotEmpty().asString().doesNotContain("very-secret");
        }
    }
}
