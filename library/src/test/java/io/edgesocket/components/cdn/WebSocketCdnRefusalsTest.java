package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.EdgeEvent.ORIGIN_REQUEST;
import static io.edgesocket.components.cdn.EdgeEvent.ORIGIN_RESPONSE;
import static io.edgesocket.components.cdn.EdgeEvent.VIEWER_REQUEST;
import static io.edgesocket.components.cdn.EdgeEvent.VIEWER_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.core.Output;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refused value beside the nearest that is accepted. */
class WebSocketCdnRefusalsTest {
    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b";
    private static final String READS_STORE =
            "import cf from 'cloudfront'; async function handler() { return cf.kvs().get('a'); }";
    private static final String LAMBDA = "arn:aws:lambda:us-east-1:123456789012:function:guard:3";

    @ParameterizedTest
    @MethodSource({"headers", "queryStrings", "origins", "paths", "edges", "names", "rest"})
    void a_value_is_refused_and_its_neighbour_accepted(String problem, Change refused, Change accepted) {
        assertThat(problemsOf(refused)).containsExactly(problem);
        assertThatCode(() -> accepted.apply(fine()).build().checked("cdn")).doesNotThrowAnyException();
    }

    private static Arguments removed(String header, String more, String neighbour) {
        return refusal(
                "headers: " + header + "; leave it out: CloudFront removes it from every request" + more,
                args -> args.headers(List.of(header)),
                args -> args.headers(List.of(neighbour)));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                removed(
                        "X-Real-IP",
                        "; X-Forwarded-For has the viewer's address, and is always forwarded",
                        "X-Real-Country"),
                removed("te", "", "tea"),
                removed("Trailer", "", "Trailers"),
                removed("Expect", "", "Expect-CT"),
                removed("Proxy-Authorization", "", "Proxied"),
                removed("x-edge-location", "", "x-edge"),
                removed("X-Forwarded-Proto", "", "X-Forwarded-Host"),
                refusal(
                        "headers: X-Amz-Cf-Id; leave it out: CloudFront writes it itself",
                        args -> args.headers(List.of("X-Amz-Cf-Id")),
                        args -> args.headers(List.of("X-Amz-Date"))),
                refusal(
                        "headers: 6 headers; at most 5: a policy holds 10, of which the WebSocket handshake takes 5",
                        args -> args.headers(numbered("x-", 6)),
                        args -> args.headers(numbered("x-", 5))),
                refusal(
                        "headers: 5 headers; at most 4: a policy holds 10, of which the WebSocket handshake takes 5 "
                                + "and paths take x-original-path",
                        args -> args.path("/a", api()).headers(numbered("x-", 5)),
                        args -> args.path("/a", api()).headers(numbered("x-", 4))),
                refusal(
                        "headers: 1025 characters of names; at most 1024 together",
                        args -> args.headers(List.of("x".repeat(1025 - 104))),
                        args -> args.headers(List.of("x".repeat(1024 - 104)))),
                refusal(
                        "headers: host; leave it out: API Gateway answers 403 to a host that isn't its own",
                        args -> args.headers(List.of("host")),
                        args -> args.headers(List.of("x-forwarded-host"))),
                refusal(
                        "headers: Authorization; leave it out: CloudFront takes it in no origin request policy; "
                                + "send a token in the query string",
                        args -> args.headers(List.of("Authorization")),
                        args -> args.headers(List.of("x-authorization"))),
                refusal(
                        "headers: Accept-Encoding; leave it out: CloudFront takes it in no origin request policy",
                        args -> args.headers(List.of("Accept-Encoding")),
                        args -> args.headers(List.of("Accept-Language"))),
                refusal(
                        "headers: sec-websocket-key again; leave it out: it is forwarded already",
                        args -> args.headers(List.of("sec-websocket-key")),
                        args -> args.headers(List.of("sec-fetch-site"))),
                refusal(
                        "headers: origin again; leave it out: it is forwarded already",
                        args -> args.headers(List.of("Origin", "origin")),
                        args -> args.headers(List.of("Origin"))),
                refusal(
                        "headers: \"CloudFront-Viewer Country\"; a header's name: letters, digits and hyphens; no wildcard",
                        args -> args.headers(List.of("CloudFront-Viewer Country")),
                        args -> args.headers(List.of("CloudFront-Viewer-Country"))),
                refusal(
                        "origin.header.X-Team: forwarded from the viewer as well; CloudFront refuses a header that is both: "
                                + "name this one differently, or don't forward it",
                        args -> args.headers(List.of("x-team")).origin(api().header("X-Team", "chat")),
                        args -> args.headers(List.of("x-teams")).origin(api().header("X-Team", "chat"))));
    }

    static Stream<Arguments> queryStrings() {
        return Stream.of(
                refusal(
                        "queryStrings: 0 names; 1 to 10; for more QueryStrings.all(), for none QueryStrings.none()",
                        args -> args.queryStrings(QueryStrings.only(List.of())),
                        args -> args.queryStrings(QueryStrings.none())),
                refusal(
                        "queryStrings: 11 names; 1 to 10; for more QueryStrings.all(), for none QueryStrings.none()",
                        args -> args.queryStrings(QueryStrings.only(numbered("q", 11))),
                        args -> args.queryStrings(QueryStrings.only(numbered("q", 10)))),
                refusal(
                        "queryStrings: 1025 characters of names; at most 1024 together",
                        args -> args.queryStrings(QueryStrings.only(List.of("q".repeat(1025)))),
                        args -> args.queryStrings(QueryStrings.only(List.of("q".repeat(1024))))),
                refusal(
                        "queryStrings: a name given twice; give each once",
                        args -> args.queryStrings(QueryStrings.only(List.of("token", "token"))),
                        args -> args.queryStrings(QueryStrings.only(List.of("token", "Token")))));
    }

    static Stream<Arguments> origins() {
        return Stream.of(
                refusal(
                        "origin.readTimeout: 121 s; whole seconds, 1 s to 120 s",
                        origin(it -> it.readTimeout(Duration.ofSeconds(121))),
                        origin(it -> it.readTimeout(Duration.ofSeconds(120)))),
                refusal(
                        "origin.readTimeout: 1500 ms; whole seconds, 1 s to 120 s",
                        origin(it -> it.readTimeout(Duration.ofMillis(1500))),
                        origin(it -> it.readTimeout(Duration.ofMillis(1000)))),
                refusal(
                        "origin.keepAlive: 0 s; whole seconds, 1 s to 120 s",
                        origin(it -> it.keepAlive(Duration.ZERO)),
                        origin(it -> it.keepAlive(Duration.ofSeconds(1)))),
                refusal(
                        "origin.connectionAttempts: 4; 1 to 3",
                        origin(it -> it.connectionAttempts(4)),
                        origin(it -> it.connectionAttempts(3))),
                refusal(
                        "origin.connectionTimeout: 11 s; whole seconds, 1 s to 10 s",
                        origin(it -> it.connectionTimeout(Duration.ofSeconds(11))),
                        origin(it -> it.connectionTimeout(Duration.ofSeconds(10)))),
                refusal(
                        "origin.headers: 31 headers; at most 30",
                        origin(it -> withHeaders(it, 31, "v")),
                        origin(it -> withHeaders(it, 30, "v"))),
                refusal(
                        "origin.headers: 10242 characters of names and values; at most 10240 together",
                        origin(it -> withHeaders(it, 6, "v".repeat(1705))),
                        origin(it -> withHeaders(it, 6, "v".repeat(1704)))),
                refusal(
                        "origin.header.x-key: a value of 1784 characters; 1 to 1783",
                        origin(it -> it.header("x-key", "s".repeat(1784))),
                        origin(it -> it.header("x-key", "s".repeat(1783)))),
                refusal(
                        "origin.header.x-key: a value with a line break or another control character; one line of text",
                        origin(it -> it.header("x-key", "s3cret\n")),
                        origin(it -> it.header("x-key", "s3cret"))),
                refusal(
                        "origin.header.x-key: a value with a space at its start or end; no space there: HTTP takes it away on "
                                + "the way (RFC 9110, section 5.5)",
                        origin(it -> it.header("x-key", "s3cret ")),
                        origin(it -> it.header("x-key", "s3 cret"))),
                refusal(
                        "origin.header.x-key: a value with letters that aren't ASCII; ASCII alone: HTTP has no other letters in "
                                + "a header (RFC 9110, section 5.5)",
                        origin(it -> it.header("x-key", "sécret")),
                        origin(it -> it.header("x-key", "secret"))),
                refusal(
                        "origin.header.x-key: given twice; once for each origin",
                        origin(it -> it.header("x-key", "1").header("x-key", "2")),
                        origin(it -> it.header("x-key", "1").header("x-key2", "2"))),
                refusal(
                        "origin.header.If-Match: If-Match; CloudFront adds no header of this name: choose another",
                        origin(it -> it.header("If-Match", "*")),
                        origin(it -> it.header("Iff-Match", "*"))),
                refusal(
                        "origin.header.x-amz-key: x-amz-key; CloudFront adds no header of this name: choose another",
                        origin(it -> it.header("x-amz-key", "1")),
                        origin(it -> it.header("x-amzkey", "1"))),
                refusal(
                        "origin.stage: \"my/stage\"; the name of a stage: 1 to 128 letters, digits, - and _, or $default",
                        args -> args.origin(WebSocketOrigin.of(Output.of("host"), "my/stage")),
                        args -> args.origin(WebSocketOrigin.of(Output.of("host"), "my-stage"))));
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                badPrefix("chat", "/chat"),
                badPrefix("/chat/", "/chat"),
                badPrefix("/chat/*", "/chat/all"),
                badPrefix("/ch?t", "/Chat"),
                badPrefix("/a//b", "/a/b"),
                badPrefix("/a/../b", "/a/..b"),
                badPrefix("/" + "a".repeat(253), "/" + "a".repeat(252)),
                refusal(
                        "paths./: \"/\"; give it as the origin: it is what takes every other path",
                        args -> args.path("/", api()),
                        args -> args.origin(api())),
                refusal(
                        "paths./chat: given twice; one origin for each prefix",
                        args -> args.path("/chat", api()).path("/chat", api()),
                        args -> args.path("/chat", api()).path("/Chat", api())),
                refusal(
                        "paths: 38 paths; at most 37: each takes two of the 75 behaviors that a distribution may have",
                        args -> withPaths(args, 38, "/p"),
                        args -> withPaths(args, 37, "/p")),
                refusal(
                        "paths./chat.readTimeout: 0 s; whole seconds, 1 s to 120 s",
                        args -> args.path("/chat", api().readTimeout(Duration.ZERO)),
                        args -> args.path("/chat", api().readTimeout(Duration.ofSeconds(1)))),
                refusal(
                        "paths./chat.header.x-original-path: forwarded from the viewer as well; CloudFront refuses a header "
                                + "that is both: name this one differently, or don't forward it",
                        args -> args.path("/chat", api().header("x-original-path", "/")),
                        args -> args.path("/chat", api().header("x-path", "/"))));
    }

    static Stream<Arguments> edges() {
        return Stream.of(
                refusal(
                        "edge.viewerRequest: more than one attachment; one for each event",
                        args -> args.edge(function(VIEWER_REQUEST), function(VIEWER_REQUEST)),
                        args -> args.edge(function(VIEWER_REQUEST), function(VIEWER_RESPONSE))),
                refusal(
                        "edge.originRequest: a CloudFront Function; at an origin event CloudFront runs Lambda@Edge only",
                        args -> args.edge(function(ORIGIN_REQUEST)),
                        args -> args.edge(lambda(ORIGIN_REQUEST))),
                refusal(
                        "edge.viewerResponse: a Lambda@Edge beside a CloudFront Function; CloudFront takes one kind at "
                                + "viewer events: attach the Lambda@Edge to an origin event",
                        args -> args.edge(function(VIEWER_REQUEST), lambda(VIEWER_RESPONSE)),
                        args -> args.edge(function(VIEWER_REQUEST), lambda(ORIGIN_RESPONSE))),
                refusal(
                        "edge.viewerResponse: a Lambda@Edge beside a CloudFront Function, which paths need; CloudFront takes "
                                + "one kind at viewer events: attach the Lambda@Edge to an origin event",
                        args -> args.path("/chat", api()).edge(lambda(VIEWER_RESPONSE)),
                        args -> args.path("/chat", api()).edge(function(VIEWER_RESPONSE))),
                refusal(
                        "edge.viewerRequest: a Lambda@Edge beside a CloudFront Function, which paths need; CloudFront takes "
                                + "one kind at viewer events: attach the Lambda@Edge to an origin event",
                        args -> args.path("/chat", api()).edge(lambda(VIEWER_REQUEST)),
                        args -> args.path("/chat", api()).edge(function(VIEWER_REQUEST))),
                badVersion("arn:aws:lambda:us-east-1:123456789012:function:guard:$LATEST"),
                badVersion("arn:aws:lambda:us-east-1:123456789012:function:guard:live"),
                badVersion("arn:aws:lambda:us-east-1:123456789012:function:guard"),
                badVersion("arn:aws:lambda:eu-west-1:123456789012:function:guard:3"),
                refusal(
                        "edge.viewerRequest.code: inline code is 10241 bytes; at most 10240",
                        args -> args.edge(functionOf(10_241)),
                        args -> args.edge(functionOf(10_240))),
                refusal(
                        "edge.viewerRequest.code: inline code has no handler; JavaScript with a function named handler",
                        args -> args.edge(EdgeAttachment.inlineFunction(VIEWER_REQUEST, "function handle(event) {}")),
                        args -> args.edge(
                                EdgeAttachment.inlineFunction(VIEWER_REQUEST, "const handler = (event) => event"))),
                refusal(
                        "edge.viewerRequest.code: inline code reads a key value store and has none; give it a keyValueStore: "
                                + "cf.kvs() fails without one",
                        args -> args.edge(EdgeAttachment.inlineFunction(VIEWER_REQUEST, READS_STORE)),
                        args -> args.edge(EdgeAttachment.inlineFunction(VIEWER_REQUEST, READS_STORE, Map.of()))),
                refusal(
                        "edge.viewerRequest.keyValueStore.entries: a key of 513 bytes; 1 to 512",
                        args -> args.edge(withStore(Map.of("k".repeat(513), "v"))),
                        args -> args.edge(withStore(Map.of("k".repeat(512), "v")))),
                refusal(
                        "edge.viewerRequest.keyValueStore.entries: a value of 1026 bytes under \"k\"; at most 1024",
                        args -> args.edge(withStore(Map.of("k", "é".repeat(513)))),
                        args -> args.edge(withStore(Map.of("k", "é".repeat(512))))),
                refusal(
                        "edge.viewerRequest.keyValueStore.entries: 5243828 bytes of keys and values; at most 5242880",
                        args -> args.edge(withStore(entries(5_101))),
                        args -> args.edge(withStore(entries(5_100)))),
                refusal(
                        "edge.originRequest.timeout: 31.0 s; whole seconds, 1 to 30",
                        args -> args.edge(built(ORIGIN_REQUEST, 31)),
                        args -> args.edge(built(ORIGIN_REQUEST, 30))),
                refusal(
                        "edge.viewerRequest.code: inline code is empty; JavaScript with a function named handler",
                        args -> args.edge(EdgeAttachment.inlineFunction(VIEWER_REQUEST, " ")),
                        args -> args.edge(function(VIEWER_REQUEST))));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                refusal(
                        "certificateArn: none, with aliases; the ARN of a certificate in us-east-1 that covers every alias",
                        args -> args.aliases(List.of("ws.example.com")),
                        args -> args),
                refusal(
                        "aliases: none, with a certificate; the names that the certificate is for; without them it is never used",
                        args -> args.certificateArn(CERTIFICATE),
                        args -> args),
                refusal(
                        "minimumTls: TLSv1.2_2021, without a certificate; leave it out or give a certificate: CloudFront's "
                                + "own certificate allows TLSv1 and up",
                        args -> args.minimumTls(MinimumTls.TLS_V1_2_2021),
                        args -> aliases("ws.example.com").apply(args).minimumTls(MinimumTls.TLS_V1_2_2021)),
                refusal(
                        "certificateArn: \"arn:aws:acm:eu-west-1:123456789012:certificate/0a1b\"; the ARN of an ACM "
                                + "certificate in us-east-1, the one region that CloudFront takes it from, as in "
                                + "arn:aws:acm:us-east-1:123456789012:certificate/…",
                        args -> aliases("ws.example.com")
                                .apply(args)
                                .certificateArn("arn:aws:acm:eu-west-1:123456789012:certificate/0a1b"),
                        aliases("ws.example.com")),
                refusal(
                        "aliases: \"WS.example.com\"; write it in lower case: ws.example.com",
                        aliases("WS.example.com"),
                        aliases("ws.example.com")),
                refusal(
                        "aliases: \"wss://ws.example.com\"; a domain name without scheme, port or path, as in ws.example.com "
                                + "or *.example.com",
                        aliases("wss://ws.example.com"),
                        aliases("*.example.com")),
                refusal(
                        "aliases: ws.example.com twice; give each once",
                        aliases("ws.example.com", "ws.example.com"),
                        aliases("ws.example.com", "example.com")),
                refusal("aliases: 101 aliases; at most 100", aliases(hosts(101)), aliases(hosts(100))));
    }

    static Stream<Arguments> rest() {
        return Stream.of(
                refusal(
                        "comment: 129 characters; at most 128",
                        args -> args.comment("c".repeat(129)),
                        args -> args.comment("c".repeat(128))),
                refusal(
                        "webAclArn: \"arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/chat/0a\"; the ARN of a WAFv2 web "
                                + "ACL of scope CLOUDFRONT, as in arn:aws:wafv2:us-east-1:123456789012:global/webacl/name/id",
                        args -> args.webAclArn("arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/chat/0a"),
                        args -> args.webAclArn("arn:aws:wafv2:us-east-1:123456789012:global/webacl/chat/0a")),
                refusal(
                        "logging.bucket: \"logs\"; the bucket's domain name, as in my-logs.s3.amazonaws.com",
                        args -> args.legacyLogs("logs", ""),
                        args -> args.legacyLogs("logs.s3.eu-west-1.amazonaws.com", "")),
                refusal(
                        "logging.prefix: \"/cdn\"; at most 256 characters on one line, no slash at its start",
                        args -> args.legacyLogs("logs.s3.amazonaws.com", "/cdn"),
                        args -> args.legacyLogs("logs.s3.amazonaws.com", "cdn")));
    }

    @Test
    void an_origin_is_required() {
        assertThat(problemsOf(args -> WebSocketCdnArgs.builder()))
                .containsExactly("origin: none; the WebSocket API that connections go to");
    }

    @Test
    void every_problem_is_told_at_once() {
        assertThat(problemsOf(args -> args.origin(WebSocketOrigin.existing("ws://chat.example.com"))
                        .path("chat", api())
                        .headers(List.of("Host"))
                        .comment("c".repeat(129))))
                .hasSize(4);
    }

    @Test
    void the_message_names_the_component_and_each_problem() {
        assertThat(refused("edge", args -> args.comment("c".repeat(129)).legacyLogs("logs", "")))
                .hasMessage("""
                        WebSocketCdn "edge": logging.bucket: "logs"; the bucket's domain name, as in my-logs.s3.amazonaws.com
                        WebSocketCdn "edge": comment: 129 characters; at most 128""");
    }

    @Test
    void no_message_shows_a_headers_value() {
        var refused = refused(
                "cdn",
                args -> args.origin(api().header("x-key", "hunter2\n")
                        .header("x-key", "hunter2")
                        .header("host", "hunter2")));
        assertThat(refused).hasMessageNotContaining("hunter2");
    }

    @Test
    void a_name_that_its_functions_could_not_have_is_refused() {
        var longest = "c".repeat(64 - 8 - "-viewer-request".length());
        Change withFunction = args -> args.edge(function(VIEWER_REQUEST));
        assertThat(refused(longest + "c", withFunction).problems()).hasSize(1);
        assertThat(refused("my.cdn", withFunction).problems()).hasSize(1);
        assertThatCode(() -> withFunction.apply(fine()).build().checked(longest))
                .doesNotThrowAnyException();
    }

    @Test
    void a_name_is_free_where_there_are_no_functions() {
        assertThatCode(() -> fine().build().checked("my.cdn")).doesNotThrowAnyException();
    }

    @Test
    void a_table_of_prefixes_that_no_function_can_hold_is_refused() {
        assertThat(problemsOf(args -> withPaths(args, 37, "/" + "p".repeat(240))))
                .singleElement()
                .asString()
                .matches("paths: the function that takes their prefixes off is 1\\d{4} bytes; at most 10240");
    }

    @Test
    void a_function_that_does_not_fit_with_the_one_that_paths_need_is_refused_with_the_size_of_each() {
        assertThat(problemsOf(args -> args.path("/chat", api()).edge(functionOf(9_000))))
                .singleElement()
                .asString()
                .matches(
                        "edge.viewerRequest.code: inline code is 9000 bytes, and what takes the prefixes of paths off is "
                                + "\\d{4}; at most 10240 together");
    }

    @Test
    void what_viewer_events_did_not_take_before_is_a_warning_there_and_nowhere_else() {
        assertThat(fine().edge(built(VIEWER_REQUEST, 6)).build().edge.warnings())
                .containsExactly("edge.viewerRequest: "
                        + "timeout 6 s; it was at most 5 s at viewer events until AWS raised it: if CloudFront refuses the function, "
                        + "this is why");
        assertThat(fine().edge(built(VIEWER_REQUEST, 5), built(ORIGIN_REQUEST, 6))
                        .build()
                        .edge
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_missing_code_file_is_one_problem() {
        assertThat(problemsOf(args -> args.edge(EdgeAttachment.function(VIEWER_REQUEST, Path.of("no", "such.js")))))
                .containsExactly("edge.viewerRequest.code: " + Path.of("no", "such.js")
                        + " can't be read; a file of JavaScript; a relative path starts at the project's folder");
    }

    @Test
    void a_code_file_that_is_no_text_is_refused(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("code.zip"), "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problemsOf(args -> args.edge(EdgeAttachment.function(VIEWER_REQUEST, file))))
                .containsExactly("edge.viewerRequest.code: " + file + " is not UTF-8; a text file of JavaScript");
    }

    private interface Change extends UnaryOperator<WebSocketCdnArgs.Builder> {}

    private static Arguments refusal(String problem, Change refused, Change accepted) {
        return arguments(problem, named("refused", refused), named("accepted", accepted));
    }

    private static Arguments badPrefix(String refused, String accepted) {
        return refusal(
                "paths." + refused + ": \"" + refused + "\"; it starts with / and doesn't end with it, at most 253 "
                        + "letters, digits and _ . $ ~ @ : + - between slashes; no wildcard: what is below belongs to it",
                args -> args.path(refused, api()),
                args -> args.path(accepted, api()));
    }

    private static Arguments badVersion(String arn) {
        return refusal(
                "edge.originRequest: \"" + arn + "\"; the ARN of a numbered version in us-east-1, as in "
                        + "arn:aws:lambda:us-east-1:123456789012:function:guard:3; no alias, no $LATEST",
                args -> args.edge(EdgeAttachment.lambda(ORIGIN_REQUEST, arn)),
                args -> args.edge(lambda(ORIGIN_REQUEST)));
    }

    private static List<String> problemsOf(Change change) {
        return refused("cdn", change).problems().stream().map(Problem::toString).toList();
    }

    /** Outside any Pulumi program: whatever tried to register something would fail otherwise. */
    private static InvalidArgumentsException refused(String name, Change change) {
        var args = change.apply(fine()).build();
        return catchThrowableOfType(InvalidArgumentsException.class, () -> new WebSocketCdn(name, args));
    }

    private static WebSocketCdnArgs.Builder fine() {
        return WebSocketCdnArgs.builder().origin(api());
    }

    private static WebSocketOrigin api() {
        return WebSocketOrigin.existing("wss://abc123.execute-api.eu-west-1.amazonaws.com/prod");
    }

    private static Change origin(UnaryOperator<WebSocketOrigin> change) {
        return args -> args.origin(change.apply(api()));
    }

    private static Change aliases(String... aliases) {
        return args -> args.aliases(List.of(aliases)).certificateArn(CERTIFICATE);
    }

    private static EdgeAttachment function(EdgeEvent event) {
        return EdgeAttachment.inlineFunction(event, "function handler(event) { return event.request; }");
    }

    private static EdgeAttachment functionOf(int bytes) {
        var code = "function handler(event) {} //é";
        return EdgeAttachment.inlineFunction(VIEWER_REQUEST, code + "x".repeat(bytes - 1 - code.length()));
    }

    private static EdgeAttachment withStore(Map<String, String> entries) {
        return EdgeAttachment.function(VIEWER_REQUEST, Path.of("src/main/edge/allow-stored-origins.js"), entries);
    }

    /** Each takes 1,028 bytes. */
    private static Map<String, String> entries(int count) {
        return numbered("", count).stream()
                .collect(Collectors.toMap(
                        number -> "0".repeat(4 - number.length()) + number, number -> "v".repeat(1024)));
    }

    private static EdgeAttachment built(EdgeEvent event, int seconds) {
        return EdgeAttachment.lambda(
                event,
                EdgeFunctionArgs.builder()
                        .nodejs(Path.of("src/main/edge/region-header"), "index.handler")
                        .timeout(Duration.ofSeconds(seconds))
                        .usEast1(new UsEast1())
                        .build());
    }

    private static EdgeAttachment lambda(EdgeEvent event) {
        return EdgeAttachment.lambda(event, LAMBDA);
    }

    private static WebSocketOrigin withHeaders(WebSocketOrigin origin, int count, String value) {
        var all = origin;
        for (var name : numbered("x", count)) {
            all = all.header(name, value);
        }
        return all;
    }

    private static WebSocketCdnArgs.Builder withPaths(WebSocketCdnArgs.Builder args, int count, String prefix) {
        numbered(prefix, count).forEach(name -> args.path(name, api()));
        return args;
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    private static String[] hosts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "ws" + number + ".example.com")
                .toArray(String[]::new);
    }
}
