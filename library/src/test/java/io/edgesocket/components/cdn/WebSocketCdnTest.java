package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.RecordedCdn.FUNCTION;
import static io.edgesocket.components.cdn.RecordedCdn.map;
import static io.edgesocket.components.cdn.RecordedCdn.maps;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSocketCdnTest {
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b";
    private static final String LAMBDA = "arn:aws:lambda:us-east-1:123456789012:function:guard:3";
    private static final String WEB_ACL = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/chat/0a1b";

    @AfterEach
    void cleanup() {
        PulumiTest.cleanup();
    }

    @Test
    void the_smallest_cdn_is_a_policy_and_a_distribution() {
        var cdn = RecordedCdn.of(minimal());
        assertThat(cdn.resources())
                .extracting(resource -> resource.type + " " + resource.name)
                .containsExactlyInAnyOrder(
                        "edgesocket:aws:WebSocketCdn cdn",
                        "aws:cloudfront/originRequestPolicy:OriginRequestPolicy cdn-handshake",
                        "aws:cloudfront/distribution:Distribution cdn");
    }

    @Test
    void the_policy_forwards_the_handshake_and_the_query_strings_and_no_cookies() {
        assertThat(RecordedCdn.of(minimal()).policy())
                .containsEntry(
                        "headersConfig",
                        Map.of(
                                "headerBehavior",
                                "whitelist",
                                "headers",
                                Map.of(
                                        "items",
                                        List.of(
                                                "Sec-WebSocket-Key",
                                                "Sec-WebSocket-Version",
                                                "Sec-WebSocket-Protocol",
                                                "Sec-WebSocket-Accept",
                                                "Sec-WebSocket-Extensions"))))
                .containsEntry("queryStringsConfig", Map.of("queryStringBehavior", "all"))
                .containsEntry("cookiesConfig", Map.of("cookieBehavior", "none"));
    }

    @Test
    void the_policy_and_the_functions_leave_their_names_to_pulumi() {
        var cdn = RecordedCdn.of(minimal().path("/chat", existing("chat")));
        assertThat(cdn.policy()).doesNotContainKey("name");
        assertThat(cdn.inputs(FUNCTION))
                .singleElement()
                .satisfies(it -> assertThat(it).doesNotContainKey("name"));
    }

    @Test
    void the_distribution_has_secure_defaults() {
        assertThat(RecordedCdn.of(minimal()).distribution())
                .containsEntry("enabled", true)
                .containsEntry("comment", "cdn")
                .containsEntry("isIpv6Enabled", true)
                .containsEntry("httpVersion", "http2and3")
                .containsEntry("priceClass", "PriceClass_All")
                .containsEntry("viewerCertificate", Map.of("cloudfrontDefaultCertificate", true))
                .containsEntry("restrictions", Map.of("geoRestriction", Map.of("restrictionType", "none")))
                .doesNotContainKeys("webAclId", "loggingConfig");
    }

    @Test
    void a_behavior_allows_the_smallest_set_of_methods() {
        assertThat(RecordedCdn.of(minimal()).behaviors())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("allowedMethods", List.of("GET", "HEAD"))
                        .containsEntry("cachedMethods", List.of("GET", "HEAD")));
    }

    @Test
    void an_existing_endpoint_is_taken_apart() {
        assertThat(RecordedCdn.of(minimal()).origins())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("domainName", "main.execute-api.eu-west-1.amazonaws.com")
                        .containsEntry("originPath", "/prod")
                        .containsEntry("connectionAttempts", 3.0)
                        .containsEntry("connectionTimeout", 10.0)
                        .containsEntry(
                                "customOriginConfig",
                                Map.of(
                                        "originProtocolPolicy",
                                        "https-only",
                                        "originSslProtocols",
                                        List.of("TLSv1.2"),
                                        "httpPort",
                                        80.0,
                                        "httpsPort",
                                        443.0,
                                        "originReadTimeout",
                                        30.0,
                                        "originKeepaliveTimeout",
                                        5.0)));
    }

    @Test
    void an_api_of_the_same_program_is_an_origin_by_its_domain_and_stage() {
        var api = WebSocketOrigin.of(Output.of("abc.execute-api.eu-west-1.amazonaws.com"), "live");
        assertThat(RecordedCdn.of(WebSocketCdnArgs.builder().origin(api)).origins())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("domainName", "abc.execute-api.eu-west-1.amazonaws.com")
                        .containsEntry("originPath", "/live"));
    }

    @Test
    void an_origin_keeps_its_times_and_its_headers() {
        var origin = WebSocketOrigin.existing("wss://ws.example.com:8443/v1/")
                .readTimeout(Duration.ofSeconds(120))
                .keepAlive(Duration.ofSeconds(120))
                .connectionAttempts(1)
                .connectionTimeout(Duration.ofSeconds(1))
                .header("x-team", "chat")
                .header("x-api-key", Output.ofSecret("s3cret"));
        assertThat(RecordedCdn.of(WebSocketCdnArgs.builder().origin(origin)).origins())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("domainName", "ws.example.com")
                        .containsEntry("originPath", "/v1")
                        .containsEntry("connectionAttempts", 1.0)
                        .containsEntry("connectionTimeout", 1.0)
                        .containsEntry(
                                "customHeaders",
                                List.of(
                                        Map.of("name", "x-team", "value", "chat"),
                                        Map.of("name", "x-api-key", "value", "s3cret")))
                        .extractingByKey("customOriginConfig")
                        .satisfies(config -> assertThat(map(config))
                                .containsEntry("httpsPort", 8443.0)
                                .containsEntry("originReadTimeout", 120.0)
                                .containsEntry("originKeepaliveTimeout", 120.0)));
    }

    @Test
    void everything_set_is_registered(@TempDir Path folder) throws Exception {
        var code = Files.writeString(folder.resolve("geo.js"), "function handler(event) { return event.request; }");
        var cdn = RecordedCdn.of(everything(code));
        assertThat(cdn.distribution())
                .containsEntry("enabled", false)
                .containsEntry("comment", "chat for everyone")
                .containsEntry("aliases", List.of("*.example.com", "ws.example.com"))
                .containsEntry(
                        "viewerCertificate",
                        Map.of(
                                "acmCertificateArn",
                                CERTIFICATE,
                                "sslSupportMethod",
                                "sni-only",
                                "minimumProtocolVersion",
                                "TLSv1.2_2019"))
                .containsEntry("isIpv6Enabled", false)
                .containsEntry("httpVersion", "http1.1")
                .containsEntry("priceClass", "PriceClass_100")
                .containsEntry("webAclId", WEB_ACL)
                .containsEntry(
                        "loggingConfig",
                        Map.of("bucket", "logs.s3.amazonaws.com", "prefix", "cdn/", "includeCookies", false))
                .containsEntry("tags", Map.of("team", "chat"));
        assertThat(cdn.policy())
                .containsEntry(
                        "queryStringsConfig",
                        Map.of("queryStringBehavior", "whitelist", "queryStrings", Map.of("items", List.of("token"))))
                .extractingByKey("headersConfig")
                .asString()
                .contains("Sec-WebSocket-Key", "Origin");
    }

    @Test
    void edge_code_is_attached_at_its_events(@TempDir Path folder) throws Exception {
        var code = Files.writeString(folder.resolve("geo.js"), "function handler(event) { return event.request; }");
        var cdn = RecordedCdn.of(everything(code));
        assertThat(cdn.inputs(FUNCTION))
                .extracting(it -> it.get("code"))
                .containsExactlyInAnyOrder(
                        "function handler(event) { return event.request; }",
                        "function handler(e) { return e.response; }");
        assertThat(cdn.inputs(FUNCTION))
                .allSatisfy(it -> assertThat(it)
                        .containsEntry("runtime", "cloudfront-js-2.0")
                        .containsEntry("publish", true));
        assertThat(cdn.behaviors())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry(
                                "functionAssociations",
                                List.of(
                                        Map.of("eventType", "viewer-request", "functionArn", "arn:cdn-viewer-request"),
                                        Map.of(
                                                "eventType",
                                                "viewer-response",
                                                "functionArn",
                                                "arn:cdn-viewer-response")))
                        .containsEntry(
                                "lambdaFunctionAssociations",
                                List.of(Map.of(
                                        "eventType", "origin-request", "lambdaArn", LAMBDA, "includeBody", false))));
    }

    @Test
    void a_lambda_alone_may_be_at_a_viewer_event() {
        var cdn = RecordedCdn.of(minimal().edge(EdgeAttachment.lambda(EdgeEvent.VIEWER_REQUEST, Output.of(LAMBDA))));
        assertThat(cdn.behaviors())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry(
                                "lambdaFunctionAssociations",
                                List.of(Map.of(
                                        "eventType", "viewer-request", "lambdaArn", LAMBDA, "includeBody", false))));
    }

    @Test
    void a_function_s_key_value_store_is_made_with_its_entries() {
        var cdn = RecordedCdn.of(minimal()
                .edge(EdgeAttachment.function(
                        EdgeEvent.VIEWER_REQUEST,
                        Path.of("src/main/edge/allow-stored-origins.js"),
                        Map.of("https://b", "", "https://a", ""))));
        assertThat(cdn.inputs(FUNCTION))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("keyValueStoreAssociations", List.of("arn:cdn-viewer-request-store")));
        assertThat(cdn.inputs(RecordedCdn.ENTRIES))
                .containsExactly(Map.of(
                        "keyValueStoreArn",
                        "arn:cdn-viewer-request-store",
                        "resourceKeyValuePairs",
                        List.of(Map.of("key", "https://a", "value", ""), Map.of("key", "https://b", "value", ""))));
    }

    @Test
    void a_key_value_store_without_entries_is_left_to_others() {
        var cdn = RecordedCdn.of(minimal()
                .edge(EdgeAttachment.function(
                        EdgeEvent.VIEWER_REQUEST, Path.of("src/main/edge/allow-stored-origins.js"), Map.of())));
        assertThat(cdn.inputs(RecordedCdn.STORE)).hasSize(1);
        assertThat(cdn.inputs(RecordedCdn.ENTRIES)).isEmpty();
    }

    @Test
    void a_lambda_that_the_stack_builds_is_attached_by_its_version() {
        var cdn = RecordedCdn.of(minimal()
                .tags(Map.of("team", "chat"))
                .edge(EdgeAttachment.lambda(
                        EdgeEvent.ORIGIN_REQUEST,
                        EdgeFunctionArgs.builder()
                                .nodejs(Path.of("src/main/edge/region-header"), "index.handler")
                                .usEast1(new UsEast1())
                                .build())));
        assertThat(cdn.behaviors())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry(
                                "lambdaFunctionAssociations",
                                List.of(Map.of(
                                        "eventType",
                                        "origin-request",
                                        "lambdaArn",
                                        "arn:cdn-origin-request:1",
                                        "includeBody",
                                        false))));
        assertThat(cdn.inputs("aws:lambda/function:Function"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it).containsEntry("publish", true).containsEntry("tags", Map.of("team", "chat")));
        assertThat(cdn.cdn().edgeFunctions()).containsOnlyKeys(EdgeEvent.ORIGIN_REQUEST);
    }

    @Test
    void with_paths_a_function_of_the_user_s_and_the_one_that_paths_need_are_one() {
        var cdn = RecordedCdn.of(paths().edge(EdgeAttachment.inlineFunction(
                EdgeEvent.VIEWER_REQUEST, "const handler = (event) => event.request; // mine")));
        assertThat(cdn.inputs(FUNCTION))
                .singleElement()
                .extracting(it -> it.get("code"))
                .asString()
                .contains("const handler = (event) => event.request; // mine", "path: '/chat/admin'");
    }

    @Test
    void with_paths_a_function_at_viewer_response_is_one_of_its_own() {
        var cdn = RecordedCdn.of(paths().edge(EdgeAttachment.inlineFunction(
                EdgeEvent.VIEWER_RESPONSE, "const handler = (event) => event.response;")));
        assertThat(cdn.inputs(FUNCTION))
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).containsEntry("code", "const handler = (event) => event.response;"));
    }

    @Test
    void a_path_takes_itself_and_what_is_below_and_the_most_specific_comes_first() {
        var cdn = RecordedCdn.of(paths());
        assertThat(maps(cdn.distribution().get("orderedCacheBehaviors")))
                .extracting(it -> it.get("pathPattern") + " to " + it.get("targetOriginId"))
                .containsExactly(
                        "/chat/admin to /chat/admin",
                        "/chat/admin/* to /chat/admin",
                        "/chat to /chat",
                        "/chat/* to /chat",
                        "/game to /game",
                        "/game/* to /game");
        assertThat(cdn.origins())
                .extracting(it -> it.get("originId"))
                .containsExactly("default", "/chat/admin", "/chat", "/game");
    }

    @Test
    void paths_share_one_function_that_the_default_behavior_has_too() {
        var cdn = RecordedCdn.of(paths());
        assertThat(cdn.inputs(FUNCTION)).hasSize(1);
        assertThat(cdn.behaviors())
                .hasSize(7)
                .allSatisfy(it -> assertThat(it)
                        .containsEntry(
                                "functionAssociations",
                                List.of(Map.of(
                                        "eventType", "viewer-request", "functionArn", "arn:cdn-viewer-request"))));
    }

    @Test
    void paths_forward_the_original_path() {
        assertThat(map(RecordedCdn.of(paths()).policy().get("headersConfig")).get("headers"))
                .asString()
                .contains(WebSocketCdn.ORIGINAL_PATH_HEADER);
    }

    @Test
    void every_behavior_has_caching_off_our_policy_and_https_only() {
        assertThat(RecordedCdn.of(paths()).behaviors())
                .hasSize(7)
                .allSatisfy(it -> assertThat(it)
                        .containsEntry("cachePolicyId", CACHING_DISABLED)
                        .containsEntry("originRequestPolicyId", "cdn-handshake-id")
                        .containsEntry("viewerProtocolPolicy", "https-only"));
    }

    @Test
    void every_origin_is_reached_by_tls_alone() {
        assertThat(RecordedCdn.of(paths()).origins())
                .hasSize(4)
                .allSatisfy(it -> assertThat(map(it.get("customOriginConfig")))
                        .containsEntry("originProtocolPolicy", "https-only")
                        .containsEntry("originSslProtocols", List.of("TLSv1.2")));
    }

    @Test
    void a_transform_may_change_the_distribution() {
        var cdn = RecordedCdn.of(minimal()
                .transform(child -> child.change(
                        DistributionArgs.class,
                        args -> DistributionArgs.builder(args)
                                .waitForDeployment(false)
                                .build())));
        assertThat(cdn.distribution()).containsEntry("waitForDeployment", false);
    }

    @Test
    void the_url_is_cloudfronts_own_name_without_an_alias() {
        assertThat(PulumiTest.extractValue(RecordedCdn.of(minimal()).cdn().url()))
                .isEqualTo("wss://d111111abcdef8.cloudfront.net");
    }

    @Test
    void the_url_is_the_first_alias_that_is_no_wildcard() {
        var cdn = RecordedCdn.of(
                minimal().aliases(List.of("*.example.com", "ws.example.com")).certificateArn(CERTIFICATE));
        assertThat(PulumiTest.extractValue(cdn.cdn().url())).isEqualTo("wss://ws.example.com");
    }

    @Test
    void what_dns_records_need_is_given_out() {
        var cdn = RecordedCdn.of(minimal()).cdn();
        assertThat(PulumiTest.extractValue(cdn.domainName())).isEqualTo("d111111abcdef8.cloudfront.net");
        assertThat(PulumiTest.extractValue(cdn.hostedZoneId())).isEqualTo("Z2FDTNDATAQYW2");
        assertThat(PulumiTest.extractValue(cdn.distributionId())).isEqualTo("cdn-id");
    }

    private static WebSocketCdnArgs.Builder minimal() {
        return WebSocketCdnArgs.builder().origin(existing("main"));
    }

    private static WebSocketCdnArgs.Builder paths() {
        return minimal()
                .path("/chat", existing("chat"))
                .path("/game", existing("game"))
                .path("/chat/admin", existing("admin"));
    }

    private static WebSocketCdnArgs.Builder everything(Path code) {
        return minimal()
                .headers(List.of("Origin"))
                .queryStrings(QueryStrings.only(List.of("token")))
                .edge(
                        EdgeAttachment.function(EdgeEvent.VIEWER_REQUEST, code),
                        EdgeAttachment.inlineFunction(
                                EdgeEvent.VIEWER_RESPONSE, "function handler(e) { return e.response; }"))
                .edge(EdgeAttachment.lambda(EdgeEvent.ORIGIN_REQUEST, LAMBDA))
                .aliases(List.of("*.example.com", "ws.example.com"))
                .certificateArn(Output.of(CERTIFICATE))
                .minimumTls(MinimumTls.TLS_V1_2_2019)
                .priceClass(PriceClass.CLASS_100)
                .httpVersion(HttpVersion.HTTP1_1)
                .ipv6(false)
                .webAclArn(WEB_ACL)
                .legacyLogs("logs.s3.amazonaws.com", "cdn/")
                .comment("chat for everyone")
                .tags(Map.of("team", "chat"))
                .enabled(false);
    }

    private static WebSocketOrigin existing(String api) {
        return WebSocketOrigin.existing("wss://" + api + ".execute-api.eu-west-1.amazonaws.com/prod");
    }
}
