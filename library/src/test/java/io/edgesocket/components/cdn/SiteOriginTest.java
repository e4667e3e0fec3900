package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.RecordedCdn.FUNCTION;
import static io.edgesocket.components.cdn.RecordedCdn.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.behavior.AllowedMethods;
import io.edgesocket.components.behavior.ManagedCachePolicy;
import io.edgesocket.components.behavior.ManagedOriginRequestPolicy;
import io.edgesocket.components.behavior.ManagedResponseHeadersPolicy;
import io.edgesocket.components.behavior.ViewerProtocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A site and an HTTP API beside the WebSocket APIs of one distribution. */
class SiteOriginTest {
    private static final String ACCESS = "aws:cloudfront/originAccessControl:OriginAccessControl";
    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";

    @AfterEach
    void cleanup() {
        PulumiTest.cleanup();
    }

    @Test
    void a_bucket_is_read_by_an_origin_access_control_under_its_regional_name() {
        var cdn = RecordedCdn.of(siteAndSocket());
        assertThat(cdn.origins().get(0))
                .isEqualTo(Map.of(
                        "originId",
                        "default",
                        "domainName",
                        "my-site.s3.eu-west-1.amazonaws.com",
                        "originAccessControlId",
                        "cdn-site-access-id"));
        assertThat(cdn.inputs(ACCESS))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("originAccessControlOriginType", "s3")
                        .containsEntry("signingBehavior", "always")
                        .containsEntry("signingProtocol", "sigv4"));
    }

    @Test
    void a_site_is_cached_redirected_to_https_and_gets_security_headers() {
        assertThat(RecordedCdn.of(siteAndSocket()).behaviors().get(0))
                .containsEntry("cachePolicyId", "658327ea-f89d-4fab-a63d-7e88639e58f6")
                .containsEntry("responseHeadersPolicyId", "67f7725c-6f97-4210-82d7-5512b31e9d03")
                .containsEntry("viewerProtocolPolicy", "redirect-to-https")
                .containsEntry("allowedMethods", List.of("GET", "HEAD"))
                .containsEntry("compress", true)
                .doesNotContainKey("originRequestPolicyId");
    }

    @Test
    void the_needs_of_a_handshake_hold_on_its_path_alone() {
        assertThat(RecordedCdn.of(siteAndSocket()).behaviors().subList(1, 3))
                .extracting(it -> it.get("pathPattern"))
                .containsExactly("/ws", "/ws/*");
        assertThat(RecordedCdn.of(siteAndSocket()).behaviors().subList(1, 3))
                .allSatisfy(it -> assertThat(it)
                        .containsEntry("cachePolicyId", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
                        .containsEntry("originRequestPolicyId", "cdn-handshake-id")
                        .containsEntry("viewerProtocolPolicy", "https-only")
                        .doesNotContainKeys("compress", "responseHeadersPolicyId"));
    }

    @Test
    void a_websocket_s_403_and_its_path_stay_as_they_are() {
        assertThat(RecordedCdn.of(WebSocketCdnArgs.builder()
                                .origin(site().singlePage())
                                .path("/ws", socket()))
                        .distribution())
                .doesNotContainKeys("customErrorResponses", "defaultRootObject");
    }

    @Test
    void the_paths_of_a_single_page_application_have_a_function_and_a_websocket_s_do_not_have_that() {
        var cdn = RecordedCdn.of(
                WebSocketCdnArgs.builder().origin(site().singlePage()).path("/ws", socket()));
        assertThat(cdn.inputs(FUNCTION).map(it -> it.get("code").toString()))
                .hasSize(2)
                .anySatisfy(code -> assertThat(code)
                        .contains("{ path: '', rootObject: 'index.html', singlePage: true }")
                        .doesNotContain("x-original-path"))
                .anySatisfy(code -> assertThat(code).contains("{ path: '/ws', keepsRest: false }"));
        assertThat(cdn.behaviors())
                .extracting(it -> map(RecordedCdn.maps(it.get("functionAssociations"))
                                .get(0))
                        .get("functionArn"))
                .containsExactly("arn:cdn-site-paths", "arn:cdn-viewer-request", "arn:cdn-viewer-request");
    }

    @Test
    void a_policy_lets_this_distribution_read_and_nobody_else() {
        var cdn = RecordedCdn.of(
                WebSocketCdnArgs.builder().origin(site().bucketPolicy(true)).path("/ws", socket()));
        assertThat(cdn.inputs(POLICY))
                .singleElement()
                .satisfies(
                        it -> assertThat(it).containsEntry("bucket", "my-site").containsEntry("policy", """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                        "Principal":{"Service":"cloudfront.amazonaws.com"},"Action":["s3:GetObject"],\
                        "Resource":"arn:aws:s3:::my-site/*",\
                        "Condition":{"StringEquals":{"AWS:SourceArn":"arn:cdn"}}}]}"""));
    }

    @Test
    void who_may_list_a_bucket_is_told_404() {
        var cdn = RecordedCdn.of(WebSocketCdnArgs.builder()
                .origin(site().bucketPolicy(true).notFoundAs404(true))
                .path("/ws", socket()));
        assertThat(cdn.inputs(POLICY).map(it -> it.get("policy").toString()))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("\"Action\":[\"s3:ListBucket\"],\"Resource\":\"arn:aws:s3:::my-site\","));
    }

    @Test
    void an_existing_bucket_keeps_its_policy() {
        assertThat(RecordedCdn.of(siteAndSocket()).inputs(POLICY)).isEmpty();
    }

    @Test
    void two_paths_of_one_bucket_have_one_policy() {
        var both = site().bucketPolicy(true);
        var cdn = RecordedCdn.of(
                WebSocketCdnArgs.builder().origin(socket()).path("/a", both).path("/b", both.singlePage()));
        assertThat(cdn.inputs(POLICY)).hasSize(1);
    }

    @Test
    void an_http_api_gets_every_method_and_all_of_a_request_but_its_host_and_nothing_is_cached() {
        var cdn = RecordedCdn.of(WebSocketCdnArgs.builder()
                .origin(socket())
                .path("/api", HttpOrigin.existing("https://api.example.com:8443/v1/")));
        assertThat(cdn.behaviors().get(1))
                .containsEntry("pathPattern", "/api")
                .containsEntry("cachePolicyId", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
                .containsEntry("originRequestPolicyId", "b689b0a8-53d0-40ab-baf2-68738e2966ac")
                .containsEntry("viewerProtocolPolicy", "https-only")
                .containsEntry("functionAssociations", List.of())
                .containsEntry("allowedMethods", List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"))
                .containsEntry("cachedMethods", List.of("GET", "HEAD"));
        assertThat(cdn.origins().get(1))
                .containsEntry("originId", "/api")
                .containsEntry("domainName", "api.example.com")
                .containsEntry("originPath", "/v1")
                .extracting("customOriginConfig")
                .satisfies(it -> assertThat(map(it))
                        .containsEntry("httpsPort", 8443.0)
                        .containsEntry("originProtocolPolicy", "https-only"));
    }

    @Test
    void what_a_path_says_of_itself_is_taken() {
        var cdn = RecordedCdn.of(WebSocketCdnArgs.builder()
                .origin(socket())
                .path(
                        "/app",
                        HttpOrigin.of(Output.of("balancer.example.com"), "")
                                .cachePolicy(ManagedCachePolicy.USE_ORIGIN_CACHE_CONTROL_HEADERS)
                                .originRequestPolicy(ManagedOriginRequestPolicy.ALL_VIEWER)
                                .responseHeadersPolicy(ManagedResponseHeadersPolicy.SIMPLE_CORS)
                                .viewerProtocol(ViewerProtocol.REDIRECT_TO_HTTPS)
                                .methods(AllowedMethods.READS_AND_OPTIONS)
                                .header("x-origin-key", "secret")));
        assertThat(cdn.behaviors().get(1))
                .containsEntry("cachePolicyId", "83da9c7e-98b4-4e11-a168-04f0df8e2c65")
                .containsEntry("originRequestPolicyId", "216adef6-5c7f-47e4-b989-5492eafa07d3")
                .containsEntry("responseHeadersPolicyId", "60669652-455b-4ae9-85a4-c4c02393f86c")
                .containsEntry("viewerProtocolPolicy", "redirect-to-https")
                .containsEntry("allowedMethods", List.of("GET", "HEAD", "OPTIONS"));
        assertThat(cdn.origins().get(1).get("customHeaders"))
                .isEqualTo(List.of(Map.of("name", "x-origin-key", "value", "secret")));
    }

    @Test
    void a_viewer_s_own_path_is_told_to_websocket_apis_alone() {
        var cdn = RecordedCdn.of(WebSocketCdnArgs.builder()
                .origin(socket())
                .path("/api", HttpOrigin.existing("https://api.example.com")));
        assertThat(cdn.inputs(FUNCTION)).isEmpty();
        assertThat(cdn.policy().toString()).doesNotContain("x-original-path");
    }

    @Test
    void the_addresses_are_the_socket_s_path_and_the_site_s_host() {
        var cdn = RecordedCdn.of(siteAndSocket().path("/ws/admin", socket())).cdn();
        assertThat(PulumiTest.extractValue(cdn.url())).isEqualTo("wss://d111111abcdef8.cloudfront.net/ws");
        assertThat(PulumiTest.extractValue(cdn.siteUrl())).isEqualTo("https://d111111abcdef8.cloudfront.net");
    }

    private static WebSocketCdnArgs.Builder siteAndSocket() {
        return WebSocketCdnArgs.builder().origin(site()).path("/ws", socket());
    }

    private static SiteOrigin site() {
        return SiteOrigin.existing("my-site", "eu-west-1");
    }

    private static WebSocketOrigin socket() {
        return WebSocketOrigin.existing("wss://main.execute-api.eu-west-1.amazonaws.com/prod");
    }
}
