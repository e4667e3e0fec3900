package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.apigateway.stage.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a viewer's headers, cookies and query strings reach the origin. */
class OriginRequestPolicyTest {
    private static final String[] HANDSHAKE = {"Sec-WebSocket-Key", "Sec-WebSocket-Version"};

    @Test
    void a_header_that_is_listed_reaches_the_origin_whatever_its_case() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().headers("whitelist", HANDSHAKE[0], HANDSHAKE[1], "X-Tenant"))) {
            assertThat(edge.arrival("/", "x-tenant: 7").header("X-Tenant")).contains("7");
        }
    }

    @Test
    void a_header_that_is_not_listed_stays_behind() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.arrival("/", "Origin: https://example.com").header("Origin"))
                    .isEmpty();
        }
    }

    @Test
    void under_all_except_every_header_goes_on_but_those() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().headers("allExcept", "Host", "X-Secret"))) {
            var arrival = edge.arrival("/", "X-Tenant: 7", "X-Secret: 8");

            assertThat(arrival.header("X-Tenant")).contains("7");
            assertThat(arrival.header("X-Secret")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"allViewer", "allViewerAndWhitelistCloudFront"})
    void under_all_viewer_the_host_goes_on_too_which_api_gateway_refuses(String behavior) throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().headers(behavior, "CloudFront-Viewer-Address"))) {
            var answer = edge.handshake("/");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        }
    }

    @Test
    void without_the_websocket_headers_the_origin_can_not_upgrade() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().headers("none"))) {
            assertThat(edge.handshake("/").status()).isEqualTo(400);
            assertThat(edge.arrived().headers())
                    .extracting(Header::name)
                    .doesNotContain("Sec-WebSocket-Key", "Sec-WebSocket-Version");
        }
    }

    @Test
    void without_an_origin_request_policy_nothing_of_the_viewers_goes_on() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().defaultBehavior("{originRequestPolicyId: ''}"))) {
            assertThat(edge.handshake("/").status()).isEqualTo(400);
        }
    }

    @Test
    void the_managed_policy_all_viewer_except_host_header_works_for_api_gateway() throws Exception {
        try (var edge = LocalEdge.start(managed("b689b0a8-53d0-40ab-baf2-68738e2966ac"))) {
            var arrival = edge.arrival("/?a=b", "X-Tenant: 7", "Cookie: c=d", "Authorization: token");

            assertThat(arrival.header("X-Tenant")).contains("7");
            assertThat(arrival.header("Cookie")).contains("c=d");
            assertThat(arrival.header("Authorization")).contains("token");
            assertThat(arrival.query()).isEqualTo("a=b");
        }
    }

    @Test
    void the_managed_policy_all_viewer_is_refused_by_api_gateway() throws Exception {
        try (var edge = LocalEdge.start(managed("216adef6-5c7f-47e4-b989-5492eafa07d3"))) {
            assertThat(edge.handshake("/").status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all       | -   | a=1&b=2&b=3 | a=1&b=2&b=3",
                "none      | -   | a=1&b=2     | ''",
                "whitelist | b   | a=1&b=2&b=3 | b=2&b=3",
                "whitelist | B   | a=1&b=2     | ''",
                "allExcept | b   | a=1&b=2     | a=1",
                "whitelist | a   | a&b         | a",
                "all       | -   | a=%20x&b    | a=%20x&b"
            })
    void query_strings_go_on_as_the_policy_says_and_as_they_were_sent(
            String behavior, String name, String sent, String arrived) throws Exception {
        var cdn = Cdn.minimal().policy("""
                {headersConfig: {headerBehavior: 'whitelist', headers: {items: ['Sec-WebSocket-Key',
                  'Sec-WebSocket-Version']}},
                 queryStringsConfig: {queryStringBehavior: '%s', queryStrings: {items: ['%s']}}}""".formatted(behavior, name));
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.arrival("/?" + sent).query()).isEqualTo(arrived);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all       | -   | a=1; b=2",
                "none      | -   | -",
                "whitelist | b   | b=2",
                "allExcept | b   | a=1"
            })
    void cookies_go_on_as_the_policy_says(String behavior, String name, String arrived) throws Exception {
        var cdn = Cdn.minimal().policy("""
                {headersConfig: {headerBehavior: 'allExcept', headers: {items: ['Host']}},
                 cookiesConfig: {cookieBehavior: '%s', cookies: {items: ['%s']}}}""".formatted(behavior, name));
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.arrival("/", "Cookie: a=1; b=2").header("Cookie").orElse("-"))
                    .isEqualTo(arrived);
        }
    }

    @Test
    void what_is_in_the_cache_key_goes_on_whatever_the_policy_says() throws Exception {
        var cdn = Cdn.minimal()
                .add("aws:cloudfront/cachePolicy:CachePolicy", "cache", """
                {parametersInCacheKeyAndForwardedToOrigin: {
                  headersConfig: {headerBehavior: 'whitelist', headers: {items: ['Authorization']}}}}""")
                .defaultBehavior("{cachePolicyId: 'cache-id'}");
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.arrival("/", "Authorization: token").header("Authorization"))
                    .contains("token");
        }
    }

    @Test
    void forwarded_values_of_old_are_a_policy_too() throws Exception {
        var cdn = Cdn.minimal().defaultBehavior("""
                {forwardedValues: {headers: ['Sec-WebSocket-Key', 'Sec-WebSocket-Version', 'X-Tenant'],
                  queryString: true, cookies: {forward: 'whitelist', whitelistedNames: ['c']}}}""");
        try (var edge = LocalEdge.start(cdn)) {
            var arrival = edge.arrival("/?a=b", "X-Tenant: 7", "X-Other: 8", "Cookie: c=1; d=2");

            assertThat(arrival.query()).isEqualTo("a=b");
            assertThat(arrival.header("X-Tenant")).contains("7");
            assertThat(arrival.header("X-Other")).isEmpty();
            assertThat(arrival.header("Cookie")).contains("c=1");
        }
    }

    @Test
    void cloudfront_s_headers_are_made_up_where_the_policy_lists_them() throws Exception {
        var cdn = Cdn.minimal()
                .headers(
                        "whitelist",
                        HANDSHAKE[0],
                        HANDSHAKE[1],
                        "CloudFront-Viewer-Address",
                        "CloudFront-Forwarded-Proto");
        try (var edge = LocalEdge.start(cdn)) {
            var arrival = edge.arrival("/", "CloudFront-Viewer-Address: 1.2.3.4:5");

            assertThat(arrival.header("CloudFront-Viewer-Address"))
                    .get()
                    .asString()
                    .startsWith("127.0.0.1:");
            assertThat(arrival.header("CloudFront-Forwarded-Proto")).contains("https");
        }
    }

    private static Cdn managed(String id) {
        return Cdn.minimal().defaultBehavior("{originRequestPolicyId: '" + id + "'}");
    }
}
