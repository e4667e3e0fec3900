package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lambda@Edge on a handshake: at viewer-request and at origin-request. */
class LambdaEdgeTest {

    @Test
    void the_event_at_origin_request_is_as_cloudfront_documents_it() throws Exception {
        var cdn = Cdn.minimal()
                .lambda("origin-request")
                .origin("{customHeaders: [{name: 'X-Api-Key', value: 'secret'}]}");
        var code = TestEdgeCode.changingLambda("{}");
        try (var edge = LocalEdge.start(cdn, code)) {
            var answer = edge.handshake("/chat?a=b");
            var cf = code.event().at("/Records/0/cf");

            assertThat(cf.path("config")).isEqualTo(Cdn.object("""
                    {distributionDomainName: 'cdn-id.cloudfront.net', distributionId: 'cdn-id',
                     eventType: 'origin-request', requestId: '%s'}""".formatted(
                            answer.header("X-Amz-Cf-Id").orElseThrow())));
            assertThat(cf.at("/request/clientIp").asText()).isEqualTo("127.0.0.1");
            assertThat(cf.at("/request/method").asText()).isEqualTo("GET");
            assertThat(cf.at("/request/uri").asText()).isEqualTo("/chat");
            assertThat(cf.at("/request/querystring").asText()).isEqualTo("a=b");
            assertThat(cf.at("/request/headers/sec-websocket-version").toString())
                    .isEqualTo("[{\"key\":\"Sec-WebSocket-Version\",\"value\":\"13\"}]");
            assertThat(cf.at("/request/origin/custom").toString())
                    .isEqualTo(Cdn.object("""
                    {customHeaders: {'x-api-key': [{key: 'X-Api-Key', value: 'secret'}]}, domainName: '%s',
                     keepaliveTimeout: 5, path: '/live', port: 443, protocol: 'https', readTimeout: 30,
                     sslProtocols: ['TLSv1.2']}""".formatted(Cdn.API)).toString());
        }
    }

    @Test
    void a_websocket_is_known_by_its_key_as_upgrade_is_hidden() throws Exception {
        var code = TestEdgeCode.changingLambda("{}");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("origin-request"), code)) {
            edge.handshake("/");
            var headers = code.event().at("/Records/0/cf/request/headers");

            assertThat(headers.has("sec-websocket-key")).isTrue();
            assertThat(headers.has("upgrade") || headers.has("connection") || headers.has("x-amz-cf-id"))
                    .isFalse();
        }
    }

    @Test
    void at_origin_request_the_query_string_is_what_the_policy_forwards() throws Exception {
        var cdn = Cdn.minimal().lambda("origin-request").policy("""
                {headersConfig: {headerBehavior: 'allExcept', headers: {items: ['Host']}},
                 queryStringsConfig: {queryStringBehavior: 'whitelist', queryStrings: {items: ['a']}}}""");
        var code = TestEdgeCode.changingLambda("{}");
        try (var edge = LocalEdge.start(cdn, code)) {
            edge.handshake("/?a=1&token=2");

            assertThat(code.event().at("/Records/0/cf/request/querystring").asText())
                    .isEqualTo("a=1");
        }
    }

    @Test
    void at_viewer_request_there_is_no_origin_in_the_event() throws Exception {
        var code = TestEdgeCode.changingLambda("{}");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("viewer-request"), code)) {
            edge.handshake("/?token=2");
            var request = code.event().at("/Records/0/cf/request");

            assertThat(request.has("origin")).isFalse();
            assertThat(request.path("querystring").asText()).isEqualTo("token=2");
        }
    }

    @Test
    void a_changed_request_goes_to_the_origin() throws Exception {
        var code = TestEdgeCode.changingLambda("""
                {uri: '/room', querystring: 'user=7', headers: {'x-user': [{key: 'X-User', value: '7'}]}}""");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("origin-request"), code)) {
            var arrival = edge.arrival("/");

            assertThat(arrival.path()).isEqualTo("/live/room");
            assertThat(arrival.query()).isEqualTo("user=7");
            assertThat(arrival.header("X-User")).contains("7");
        }
    }

    @Test
    void the_origin_s_path_and_headers_can_be_changed_at_origin_request() throws Exception {
        var code = TestEdgeCode.changingLambda("""
                {origin: {custom: {path: '/blue', customHeaders: {'x-color': [{key: 'X-Color', value: 'blue'}]}}}}""");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("origin-request"), code)) {
            var arrival = edge.arrival("/");

            assertThat(arrival.path()).isEqualTo("/blue/");
            assertThat(arrival.header("X-Color")).contains("blue");
        }
    }

    @ParameterizedTest
    @CsvSource({"viewer-request, 502", "origin-request, 403"})
    void the_host_is_read_only_for_viewers_and_may_be_changed_for_the_origin(String eventType, int status)
            throws Exception {
        var code = TestEdgeCode.of(event -> {
            var request = event.at("/Records/0/cf/request");
            ((ObjectNode) request.at("/headers/host/0")).put("value", "a.example.com");
            return request;
        });
        try (var edge = LocalEdge.start(Cdn.minimal().lambda(eventType), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(status);
        }
    }

    @Test
    void a_response_is_sent_in_the_origin_s_place() throws Exception {
        var code =
                TestEdgeCode.returning("{status: '302', headers: {location: [{key: 'Location', value: 'https://a'}]}}");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("origin-request"), code)) {
            var answer = edge.handshake("/");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).contains("https://a");
            assertThat(edge.apis.arrived).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{status: 403}",
                "{status: 'no'}",
                "{status: '403', headers: {a: [{key: 'b', value: 'c'}]}}",
                "{status: '403', headers: {upgrade: [{key: 'Upgrade', value: 'c'}]}}",
                "{}",
                "{status: '200', body: '%', bodyEncoding: 'base64'}",
                "{status: '204', body: 'a'}",
                "{status: '200', body: 'a', bodyEncoding: 'gzip'}"
            })
    void what_is_no_valid_result_is_answered_502(String result) throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("origin-request"), TestEdgeCode.returning(result))) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "viewer-request, 40960, 200",
        "viewer-request, 40961, 502",
        "origin-request, 1048576, 200",
        "origin-request, 1048577, 502"
    })
    void a_response_has_at_most_40_kb_for_viewers_and_1_mb_for_origins(String eventType, int length, int status)
            throws Exception {
        var code = TestEdgeCode.returning("{status: '200', body: '" + "a".repeat(length) + "'}");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda(eventType), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(status);
        }
    }

    @Test
    void a_response_s_headers_count_too() throws Exception {
        var code = TestEdgeCode.returning(
                "{status: '200', headers: {a: [{value: 'b'}]}, body: '" + "a".repeat(40_960) + "'}");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("viewer-request"), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{method: 'POST'}",
                "{origin: {custom: {domainName: 'a:443'}}}",
                "{origin: {custom: {domainName: '10.0.0.1'}}}",
                "{origin: {custom: {path: 'a'}}}",
                "{origin: {custom: {customHeaders: {host: [{key: 'Host', value: 'a'}]}}}}"
            })
    void what_a_function_may_not_return_is_answered_502(String changes) throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("origin-request"), TestEdgeCode.changingLambda(changes))) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @CsvSource({"viewer-request, false", "origin-request, true"})
    void what_cloudfront_says_of_the_viewer_comes_after_viewer_request(String eventType, boolean seen)
            throws Exception {
        var cdn = Cdn.minimal()
                .headers("whitelist", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "CloudFront-Viewer-Address")
                .lambda(eventType);
        var code = TestEdgeCode.changingLambda("{}");
        try (var edge = LocalEdge.start(cdn, code)) {
            assertThat(edge.arrival("/").header("CloudFront-Viewer-Address")).isPresent();
            assertThat(code.event().at("/Records/0/cf/request/headers").has("cloudfront-viewer-address"))
                    .isEqualTo(seen);
        }
    }

    @Test
    void a_lambda_at_viewer_request_may_not_say_which_country_it_is() throws Exception {
        var code = TestEdgeCode.changingLambda("{headers: {'cloudfront-viewer-country': [{value: 'CH'}]}}");
        try (var edge = LocalEdge.start(Cdn.minimal().lambda("viewer-request"), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @Test
    void code_that_is_not_of_the_stack_is_passed_by_and_told_of() throws Exception {
        var cdn = Cdn.minimal().defaultBehavior("""
                {lambdaFunctionAssociations: [{eventType: 'origin-request',
                  lambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:other:3'}]}""");
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.handshake("/").status()).isEqualTo(101);
            assertThat(edge.edge().notPlayed())
                    .anySatisfy(line ->
                            assertThat(line).startsWith("cdn: arn:aws:lambda:us-east-1:123456789012:function:other:3"));
        }
    }
}
