package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.apigateway.stage.Header;
import io.edgesocket.local.journal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A CloudFront Function at viewer-request: what it is told, and what it may do. */
class CloudFrontFunctionFormatTest {

    @Test
    void the_event_is_as_cloudfront_documents_it() throws Exception {
        var code = TestEdgeCode.changing("{}");
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            var answer = edge.handshake("/chat?a=1&b=2&b=3", "Cookie: c=d; e=f", "X-One: 1", "X-Two: 2", "X-Two: 3");

            assertThat(code.event()).isEqualTo(Cdn.object("""
                    {version: '1.0',
                     context: {distributionDomainName: 'cdn-id.cloudfront.net', distributionId: 'cdn-id',
                       eventType: 'viewer-request', requestId: '%s'},
                     viewer: {ip: '127.0.0.1'},
                     request: {method: 'GET', uri: '/chat', rawQueryString: 'a=1&b=2&b=3',
                       querystring: {a: {value: '1'}, b: {value: '2', multiValue: [{value: '2'}, {value: '3'}]}},
                       headers: {host: {value: '127.0.0.1'}, 'sec-websocket-version': {value: '13'},
                         'sec-websocket-key': {value: 'dGhlIHNhbXBsZSBub25jZQ=='}, 'x-one': {value: '1'},
                         'x-two': {value: '2', multiValue: [{value: '2'}, {value: '3'}]}},
                       cookies: {c: {value: 'd'}, e: {value: 'f'}}}}""".formatted(
                            answer.header("X-Amz-Cf-Id").orElseThrow())));
        }
    }

    @Test
    void a_request_that_is_returned_as_it_came_goes_on_as_it_came() throws Exception {
        var cdn = Cdn.minimal().headers("allExcept", "Host").viewerRequestFunction();
        try (var edge = LocalEdge.start(cdn, TestEdgeCode.changing("{}"))) {
            var arrival = edge.arrival("/a%20b?c=d%20e&f=&g", "Cookie: h=i", "X-Two: 2", "X-Two: 3");

            assertThat(arrival.path()).isEqualTo("/live/a%20b");
            assertThat(arrival.query()).isEqualTo("c=d%20e&f&g");
            assertThat(arrival.header("Cookie")).contains("h=i");
            assertThat(arrival.headers("X-Two")).containsExactly("2", "3");
            assertThat(arrival.header("Sec-WebSocket-Key")).isPresent();
        }
    }

    @Test
    void a_header_that_is_set_reaches_the_origin_if_the_policy_forwards_it() throws Exception {
        var cdn = Cdn.minimal().headers("allExcept", "Host").viewerRequestFunction();
        var code = TestEdgeCode.changing("{headers: {'x-original-path': {value: '/chat'}}}");
        try (var edge = LocalEdge.start(cdn, code)) {
            assertThat(edge.arrival("/").header("x-original-path")).contains("/chat");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'x-two': {value: '9', multiValue: [{value: '2'}, {value: '3'}]}} | 9,3",
                "{'x-two': {value: '9', multiValue: [{value: '4'}, {value: '3'}]}} | 4,3",
                "{'x-two': {value: '9', multiValue: []}}                           | 9"
            })
    void of_several_values_a_changed_list_counts_and_else_a_changed_first(String headers, String arrived)
            throws Exception {
        var cdn = Cdn.minimal().headers("allExcept", "Host").viewerRequestFunction();
        var code = TestEdgeCode.of(event -> {
            var request = (ObjectNode) event.path("request");
            ((ObjectNode) request.path("headers")).setAll(Cdn.object(headers));
            return request;
        });
        try (var edge = LocalEdge.start(cdn, code)) {
            assertThat(edge.arrival("/", "X-Two: 2", "X-Two: 3").headers("X-Two"))
                    .containsExactly(arrived.split(","));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{method: 'POST'}",
                "{headers: {'X-Upper': {value: 'a'}}}",
                "{querystring: {a: {value: 'b\\tc'}}}"
            })
    void what_a_function_may_not_return_is_answered_502(String changes) throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), TestEdgeCode.changing(changes))) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @Test
    void names_of_headers_reach_the_origin_with_capitals_as_cloudfront_writes_them() throws Exception {
        var cdn = Cdn.minimal().headers("allExcept", "Host").viewerRequestFunction();
        var code = TestEdgeCode.changing("{headers: {'x-original-path': {value: '/chat'}}}");
        try (var edge = LocalEdge.start(cdn, code)) {
            assertThat(edge.arrival("/").headers())
                    .extracting(Header::name)
                    .contains("X-Original-Path")
                    .doesNotContain("x-original-path");
        }
    }

    @Test
    void a_rewritten_uri_goes_to_the_origin_and_never_changes_the_behavior() throws Exception {
        var cdn = Cdn.minimal()
                .viewerRequestFunction()
                .anotherOrigin("{originId: 'other', domainName: 'nowhere.invalid'}")
                .behavior("/other", "{targetOriginId: 'other'}");
        try (var edge = LocalEdge.start(cdn, TestEdgeCode.changing("{uri: '/other'}"))) {
            assertThat(edge.arrival("/").path()).isEqualTo("/live/other");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "", "/a b", "/a#b"})
    void a_uri_that_is_no_path_is_answered_502(String uri) throws Exception {
        var code = TestEdgeCode.changing("{uri: '" + uri + "'}");
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @CsvSource({"8191, 101", "8192, 502"})
    void uri_and_query_string_together_stay_under_8192(int length, int status) throws Exception {
        var code = TestEdgeCode.changing("{uri: '/" + "a".repeat(length - 1) + "'}");
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(status);
        }
    }

    @Test
    void a_value_that_is_no_text_is_never_told() throws Exception {
        var code = TestEdgeCode.changing("{headers: {authorization: {value: {token: 'very-secret'}}}}");
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            edge.handshake("/");
            assertThat(edge.refusals())
                    .singleElement()
                    .extracting(Refusal::because)
                    .asString()
                    .endsWith("the entry authorization has a value of JSON type object");
            assertThat(edge.events().toString()).doesNotContain("very-secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection",
                "expect",
                "keep-alive",
                "proxy-authorization",
                "trailer",
                "upgrade",
                "x-accel-buffering",
                "x-amz-cf-id",
                "x-amzn-trace-id",
                "x-cache",
                "x-edge-location",
                "x-forwarded-proto",
                "x-real-ip"
            })
    void a_header_that_functions_do_not_see_can_not_be_set(String header) throws Exception {
        var code = TestEdgeCode.changing("{headers: {'" + header + "': {value: 'a'}}}");
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "via", "cdn-loop", "content-length", "transfer-encoding"})
    void a_read_only_header_can_not_be_edited(String header) throws Exception {
        var code = TestEdgeCode.changing("{headers: {'" + header + "': {value: 'a'}}}");
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
            assertThat(edge.refusals().get(0).because()).contains(header, "read-only");
        }
    }

    @Test
    void a_response_is_sent_in_the_origin_s_place() throws Exception {
        var code = TestEdgeCode.returning("{statusCode: 401, statusDescription: 'Unauthorized', "
                + "headers: {'x-why': {value: 'no token'}}, body: {encoding: 'text', data: 'no'}}");
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            var answer = edge.handshake("/");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("x-why")).contains("no token");
            assertThat(answer.body()).isEqualTo("no");
            assertThat(edge.apis.arrived).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{statusCode: '401'}",
                "{statusCode: 99}",
                "{}",
                "{uri: '/'}",
                "{uri: 1, headers: {}}",
                "{uri: '/', headers: {a: 'b'}}",
                "{statusCode: 200, headers: {'x-cache': {value: 'a'}}}",
                "{statusCode: 200, body: {data: 'a', encoding: 'gzip'}}",
                "{statusCode: 600}"
            })
    void what_is_neither_a_request_nor_a_response_is_answered_502(String result) throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), TestEdgeCode.returning(result))) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @Test
    void a_function_that_throws_is_answered_503_and_its_words_are_told() throws Exception {
        var code = TestEdgeCode.of(event -> {
            throw new IllegalStateException("ReferenceError: x is not defined");
        });
        try (var edge = LocalEdge.start(Cdn.minimal().viewerRequestFunction(), code)) {
            assertThat(edge.handshake("/").status()).isEqualTo(503);
            assertThat(edge.refusals().get(0).because()).contains("rewrite", "ReferenceError: x is not defined");
        }
    }
}
