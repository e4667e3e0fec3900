package io.edgesocket.components.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.core.Output;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.behavior.AllowedMethods;
import io.edgesocket.components.behavior.ManagedCachePolicy;
import io.edgesocket.components.behavior.ManagedOriginRequestPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused of sites and HTTP APIs, each beside the nearest that is accepted. */
class SiteRefusalsTest {
    private static final String HOST_OF_API = "API Gateway answers 403 to a host that isn't its own";
    private static final String HOST_OF_BUCKET = "CloudFront signs requests to a bucket with the bucket's own name";

    @ParameterizedTest
    @MethodSource({"sites", "apis", "together"})
    void a_value_is_refused_and_its_neighbour_accepted(String problem, Change refused, Change accepted) {
        assertThat(problemsOf(refused)).containsExactly(problem);
        assertThatCode(() -> accepted.apply(socketAt("/ws")).build().checked("cdn"))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> sites() {
        return Stream.of(
                refusal(
                        "origin.bucket: \"my_site\"; a bucket's name alone: 3 to 63 lower-case letters, digits, - and .",
                        args -> args.origin(SiteOrigin.existing("my_site", "eu-west-1")),
                        args -> args.origin(SiteOrigin.existing("my-site", "eu-west-1"))),
                refusal(
                        "origin.bucket: \"my-site.s3.eu-west-1.amazonaws.com/x\"; a bucket's name alone: 3 to 63 lower-case "
                                + "letters, digits, - and .",
                        args -> args.origin(SiteOrigin.existing("my-site.s3.eu-west-1.amazonaws.com/x", "eu-west-1")),
                        args -> args.origin(SiteOrigin.existing("my.site", "eu-west-1"))),
                refusal(
                        "origin.bucket: region \"Ireland\"; the region that the bucket is in, such as eu-west-1",
                        args -> args.origin(SiteOrigin.existing("my-site", "Ireland")),
                        args -> args.origin(SiteOrigin.existing("my-site", "us-gov-west-1"))),
                site(
                        "rootObject: \"/index.html\"; a file at the top, such as index.html: letters, digits and _ . ~ -, "
                                + "not beginning with a dot",
                        it -> it.rootObject("/index.html"),
                        it -> it.rootObject("index.html")),
                site(
                        "rootObject: \"it's.html\"; a file at the top, such as index.html: letters, digits and _ . ~ -, not "
                                + "beginning with a dot",
                        it -> it.rootObject("it's.html"),
                        it -> it.rootObject("its.html")),
                site(
                        "notFoundAs404: true, and the bucket's policy is not made here; set bucketPolicy(true), or let that "
                                + "policy allow s3:ListBucket: it decides",
                        it -> it.notFoundAs404(true),
                        it -> it.notFoundAs404(true).bucketPolicy(true)),
                site(
                        "methods: ALL; READS or READS_AND_OPTIONS: viewers don't write to a site's bucket",
                        it -> it.methods(AllowedMethods.ALL),
                        it -> it.methods(AllowedMethods.READS_AND_OPTIONS)),
                site(
                        "cachePolicy: \"CachingOptimized\"; a policy's id, such as 658327ea-f89d-4fab-a63d-7e88639e58f6, or "
                                + "one of ManagedCachePolicy",
                        it -> it.cachePolicy("CachingOptimized"),
                        it -> it.cachePolicy("658327ea-f89d-4fab-a63d-7e88639e58f6")),
                site(
                        "cachePolicy: USE_ORIGIN_CACHE_CONTROL_HEADERS; one without Host in its key, such as "
                                + "CACHING_DISABLED: " + HOST_OF_BUCKET,
                        it -> it.cachePolicy(ManagedCachePolicy.USE_ORIGIN_CACHE_CONTROL_HEADERS),
                        it -> it.cachePolicy(ManagedCachePolicy.CACHING_DISABLED)),
                site(
                        "originRequestPolicy: ALL_VIEWER; one that doesn't forward Host, such as "
                                + "ALL_VIEWER_EXCEPT_HOST_HEADER: " + HOST_OF_BUCKET,
                        it -> it.originRequestPolicy("216adef6-5c7f-47e4-b989-5492eafa07d3"),
                        it -> it.originRequestPolicy(ManagedOriginRequestPolicy.CORS_S3_ORIGIN)),
                site(
                        "responseHeadersPolicy: \"\"; a policy's id, such as 658327ea-f89d-4fab-a63d-7e88639e58f6, or one of "
                                + "ManagedResponseHeadersPolicy",
                        it -> it.responseHeadersPolicy(""),
                        SiteOrigin::withoutResponseHeadersPolicy));
    }

    static Stream<Arguments> apis() {
        return Stream.of(
                address(
                        "scheme \"wss\"; write https:// before the host, as in "
                                + "https://abc123.execute-api.eu-west-1.amazonaws.com: CloudFront connects to the origin by TLS "
                                + "only",
                        "wss://api.example.com",
                        "https://api.example.com"),
                address(
                        "scheme \"http\"; write https:// before the host, as in "
                                + "https://abc123.execute-api.eu-west-1.amazonaws.com: CloudFront connects to the origin by TLS "
                                + "only",
                        "http://api.example.com",
                        "https://api.example.com/"),
                address(
                        "host \"10.0.0.1\"; a domain name is needed, as in "
                                + "https://abc123.execute-api.eu-west-1.amazonaws.com; CloudFront takes no IP address as an origin",
                        "https://10.0.0.1",
                        "https://ten.example.com"),
                address(
                        "port \"81\"; 443 or 1024 to 65535",
                        "https://api.example.com:81",
                        "https://api.example.com:1024"),
                address(
                        "it has more than a host and a path; leave out the user, the query string and the fragment: a "
                                + "client's own query string is forwarded",
                        "https://api.example.com/?a=b",
                        "https://abc123.execute-api.eu-west-1.amazonaws.com"),
                refusal(
                        "paths./api.path: \"v1/\"; empty, or a path such as /v1: it starts with / and doesn't end with it, at "
                                + "most 255 characters, and no empty part",
                        args -> args.path("/api", HttpOrigin.of(Output.of("api.example.com"), "v1/")),
                        args -> args.path("/api", HttpOrigin.of(Output.of("api.example.com"), "/v1"))),
                refusal(
                        "paths./api.originRequestPolicy: ALL_VIEWER; one that doesn't forward Host, such as "
                                + "ALL_VIEWER_EXCEPT_HOST_HEADER: " + HOST_OF_API,
                        args -> args.path("/api", gateway().originRequestPolicy(ManagedOriginRequestPolicy.ALL_VIEWER)),
                        args -> args.path(
                                "/api",
                                HttpOrigin.existing("https://api.example.com")
                                        .originRequestPolicy(ManagedOriginRequestPolicy.ALL_VIEWER))),
                refusal(
                        "paths./api.cachePolicy: AMPLIFY; one without Host in its key, such as CACHING_DISABLED: "
                                + HOST_OF_API,
                        args -> args.path("/api", gateway().cachePolicy(ManagedCachePolicy.AMPLIFY)),
                        args -> args.path("/api", gateway().cachePolicy(ManagedCachePolicy.CACHING_OPTIMIZED))),
                refusal(
                        "paths./api.readTimeout: 121 s; whole seconds, 1 s to 120 s",
                        args -> args.path("/api", gateway().readTimeout(Duration.ofSeconds(121))),
                        args -> args.path("/api", gateway().readTimeout(Duration.ofSeconds(120)))),
                refusal(
                        "paths./api.header.Host: Host; CloudFront adds no header of this name: choose another",
                        args -> args.path("/api", gateway().header("Host", "api.example.com")),
                        args -> args.path("/api", gateway().header("X-Host", "api.example.com"))));
    }

    static Stream<Arguments> together() {
        return Stream.of(
                refusal(
                        "paths./b: given twice; one origin for each prefix",
                        args -> args.path("/b", gateway()).path("/b", site()),
                        args -> args.path("/b", gateway()).path("/c", site())),
                refusal(
                        "paths./b: the same bucket as paths./a, with another policy; a bucket has one policy: give "
                                + "bucketPolicy and notFoundAs404 alike to both",
                        args -> args.path("/a", site()).path("/b", site().bucketPolicy(true)),
                        args -> args.path("/a", site()).path("/b", site().singlePage())));
    }

    @Test
    void a_distribution_without_any_websocket_is_refused() {
        var refused = catchThrowableOfType(
                InvalidArgumentsException.class,
                () -> WebSocketCdnArgs.builder()
                        .origin(site())
                        .path("/api", gateway())
                        .build()
                        .checked("cdn"));
        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "origin: no WebSocket API, neither here nor among paths; one at least: a WebSocketOrigin as "
                                + "the origin, or at a path such as /ws");
    }

    @Test
    void a_name_that_the_function_for_paths_could_not_have_is_refused() {
        var refused = catchThrowableOfType(
                InvalidArgumentsException.class,
                () -> socketAt("/ws").origin(site().singlePage()).build().checked("c".repeat(46)));
        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "name: a CloudFront Function would be named \"" + "c".repeat(46)
                                + "-site-paths\"; at most 56 letters, digits, _ and -: name the component differently",
                        "name: a CloudFront access control would be named \"" + "c".repeat(46)
                                + "-site-access\"; at most 56 letters, digits, _ and -: name the component differently",
                        "name: a CloudFront Function would be named \"" + "c".repeat(46)
                                + "-viewer-request\"; at most 56 letters, digits, _ and -: name the component differently");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(problemsOf(args -> args.origin(site().rootObject("").methods(AllowedMethods.ALL))
                        .path("/api", HttpOrigin.existing("http://10.0.0.1").cachePolicy("none"))))
                .hasSize(5);
    }

    private interface Change extends UnaryOperator<WebSocketCdnArgs.Builder> {}

    private static Arguments refusal(String problem, Change refused, Change accepted) {
        return arguments(problem, named("refused", refused), named("accepted", accepted));
    }

    private static Arguments site(
            String problem, UnaryOperator<SiteOrigin> refused, UnaryOperator<SiteOrigin> accepted) {
        return refusal(
                "origin." + problem,
                args -> args.origin(refused.apply(site())),
                args -> args.origin(accepted.apply(site())));
    }

    private static Arguments address(String problem, String refused, String accepted) {
        return refusal(
                "paths./api.endpoint: " + problem,
                args -> args.path("/api", HttpOrigin.existing(refused)),
                args -> args.path("/api", HttpOrigin.existing(accepted)));
    }

    private static List<String> problemsOf(Change change) {
        return change.apply(socketAt("/ws")).build().problems("cdn").stream()
                .map(Problem::toString)
                .toList();
    }

    private static WebSocketCdnArgs.Builder socketAt(String path) {
        var socket = WebSocketOrigin.existing("wss://main.execute-api.eu-west-1.amazonaws.com/prod");
        return WebSocketCdnArgs.builder().origin(socket).path(path, socket);
    }

    private static SiteOrigin site() {
        return SiteOrigin.existing("my-site", "eu-west-1");
    }

    private static HttpOrigin gateway() {
        return HttpOrigin.existing("https://abc123.execute-api.eu-west-1.amazonaws.com");
    }
}
