package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.local.stack.RefusedStackException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A private bucket behind a distribution, and its files on this machine. */
@Timeout(60)
class BucketOriginTest {
    private static final String READ = "'s3:GetObject'";

    @TempDir
    Path folder;

    @Test
    void a_registered_file_is_served_with_what_its_object_says() throws Exception {
        write("index.html", "<p>hello</p>");
        try (var edge = LocalEdge.start(
                withObject(site(READ), "index.html", "contentType: 'text/html', cacheControl: 'no-cache'"),
                options(Map.of()))) {
            var answer = get(edge, "/index.html");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("<p>hello</p>");
            assertThat(answer.header("Content-Type")).contains("text/html");
            assertThat(answer.header("Cache-Control")).contains("no-cache");
            assertThat(answer.header("Server")).contains("AmazonS3");
            assertThat(answer.header("Via")).isPresent();
        }
    }

    @Test
    void a_saved_file_is_shown_at_once() throws Exception {
        write("index.html", "before");
        try (var edge =
                LocalEdge.start(withObject(site(READ), "index.html", "contentType: 'text/html'"), options(Map.of()))) {
            assertThat(get(edge, "/index.html").body()).isEqualTo("before");
            write("index.html", "afterwards");
            assertThat(get(edge, "/index.html").body()).isEqualTo("afterwards");
        }
    }

    @Test
    void an_object_whose_content_stands_in_the_program_is_served() throws Exception {
        var cdn = site(READ).add("aws:s3/bucketObjectv2:BucketObjectv2", "config", """
                {bucket: 'site-id', key: 'config.json', content: '{"ws": true}', contentType: 'application/json'}""");
        try (var edge = LocalEdge.start(cdn, options(Map.of()))) {
            assertThat(get(edge, "/config.json").body()).isEqualTo("{\"ws\": true}");
        }
    }

    @Test
    void the_default_root_object_is_shown_at_the_top_and_nowhere_else() throws Exception {
        write("index.html", "home");
        try (var edge = served(site(READ).with("{defaultRootObject: 'index.html'}"))) {
            assertThat(get(edge, "/").body()).isEqualTo("home");
            assertThat(get(edge, "/docs/").status()).isEqualTo(403);
        }
    }

    @Test
    void head_has_the_headers_alone() throws Exception {
        write("a.txt", "12345");
        try (var edge = served(site(READ))) {
            var answer = headersOf(edge, "HEAD /a.txt HTTP/1.1");

            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Length: 5")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void a_file_that_has_not_changed_is_answered_304() throws Exception {
        write("a.txt", "12345");
        try (var edge = served(site(READ)
                .defaultBehavior("{cachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6'}")
                .headers("whitelist", "If-None-Match", "If-Modified-Since"))) {
            var first = get(edge, "/a.txt");
            var tag = "If-None-Match: " + first.header("ETag").orElseThrow();
            var date = "If-Modified-Since: " + first.header("Last-Modified").orElseThrow();

            assertThat(get(edge, "/a.txt", tag).status()).isEqualTo(304);
            assertThat(get(edge, "/a.txt", date).status()).isEqualTo(304);
            assertThat(get(edge, "/a.txt", "If-None-Match: \"other\"", date).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_file_that_is_not_there_is_answered_403_and_the_reason_is_told() throws Exception {
        write("a.txt", "");
        try (var edge = served(site(READ))) {
            var answer = get(edge, "/b.txt");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Content-Type")).contains("application/xml");
            assertThat(answer.body()).contains("<Code>AccessDenied</Code>");
            assertThat(edge.refusals().get(0).because()).isEqualTo("the bucket site has no file b.txt");
        }
    }

    @Test
    void who_may_list_the_bucket_is_answered_404() throws Exception {
        write("a.txt", "");
        try (var edge = served(site("'s3:GetObject', 's3:ListBucket'"))) {
            var answer = get(edge, "/%3Cb%3E.txt");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("<Code>NoSuchKey</Code>", "<Key>&lt;b>.txt</Key>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Effect: 'Allow', Principal: {Service: 'cloudfront.amazonaws.com'}, Action: 's3:ListBucket'}",
                "{Effect: 'Allow', Principal: {Service: 'logging.s3.amazonaws.com'}, Action: 's3:GetObject'}",
                "{Effect: 'Deny', Principal: {Service: 'cloudfront.amazonaws.com'}, Action: 's3:GetObject'}",
                "{Effect: 'Allow', Principal: {Service: 'cloudfront.amazonaws.com'}, Action: ['s3:GetObject'], "
                        + "Condition: {StringEquals: {'AWS:SourceArn': 'arn:aws:cloudfront::1:distribution/other'}}}"
            })
    void a_bucket_whose_policy_does_not_let_the_distribution_read_answers_403(String statement) throws Exception {
        write("a.txt", "");
        try (var edge = served(withPolicy(Cdn.minimal(), statement))) {
            assertThat(get(edge, "/a.txt").status()).isEqualTo(403);
            assertThat(edge.refusals().get(0).because())
                    .isEqualTo("no policy of the bucket site lets this distribution read");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "DELETE", "PATCH"})
    void a_bucket_is_not_written_to(String method) throws Exception {
        write("a.txt", "");
        var all = "{allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE']}";
        try (var edge = served(site(READ).defaultBehavior(all))) {
            assertThat(edge.send(method + " /a.txt HTTP/1.1", List.of("Host: a"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_path_is_decoded_once_and_a_plus_stays_one() throws Exception {
        write("a b.txt", "space");
        write("a+b.txt", "plus");
        write("a%20b.txt", "written so");
        try (var edge = served(site(READ))) {
            assertThat(get(edge, "/a%20b.txt").body()).isEqualTo("space");
            assertThat(get(edge, "/a+b.txt").body()).isEqualTo("plus");
            assertThat(get(edge, "/a%2520b.txt").body()).isEqualTo("written so");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/site/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/%2E%2E%2Fsecret.txt",
                "/..%5csecret.txt",
                "//secret.txt",
                "/./a.txt",
                "/a.txt/",
                "/a.txt%00",
                "/%",
                "/docs",
                "/A.TXT"
            })
    void no_path_leads_out_of_the_folder_or_to_another_name_of_a_file(String path) throws Exception {
        write("../secret.txt", "hunter2");
        write("a.txt", "");
        write("docs/b.txt", "");
        try (var edge = served(site(READ))) {
            var answer = get(edge, path);

            assertThat(answer.status()).isIn(400, 403);
            assertThat(answer.body()).doesNotContain("hunter2");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void a_link_is_followed_within_the_folder_alone() throws Exception {
        write("../secret.txt", "hunter2");
        write("a.txt", "a");
        Files.createSymbolicLink(root().resolve("b.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(root().resolve("out.txt"), Path.of("../secret.txt"));
        Files.createSymbolicLink(root().resolve("up"), Path.of(".."));
        try (var edge = served(site(READ))) {
            assertThat(get(edge, "/b.txt").body()).isEqualTo("a");
            assertThat(get(edge, "/out.txt").status()).isEqualTo(403);
            assertThat(get(edge, "/up/secret.txt").status()).isEqualTo(403);
        }
    }

    @Test
    void an_existing_bucket_is_served_from_the_folder_that_is_named() throws Exception {
        write("a.txt", "a");
        var cdn = Cdn.minimal()
                .anotherOrigin("{originId: 'site', domainName: 'my.site.s3.eu-west-1.amazonaws.com'}")
                .defaultBehavior("{targetOriginId: 'site'}");
        try (var edge = LocalEdge.start(cdn, options(Map.of("my.site", root())))) {
            assertThat(get(edge, "/a.txt").body()).isEqualTo("a");
        }
        try (var edge = LocalEdge.start(cdn, options(Map.of()))) {
            assertThat(get(edge, "/a.txt").status()).isEqualTo(403);
            assertThat(edge.refusals().get(0).fix()).isEqualTo("give the folder: --site my.site=FOLDER");
        }
    }

    @Test
    void a_folder_for_a_bucket_that_no_distribution_reads_is_refused() {
        assertThatThrownBy(() -> LocalEdge.start(site(READ), options(Map.of("sites", folder))))
                .isInstanceOf(RefusedStackException.class)
                .hasMessage("--site sites: no distribution has such a bucket; there are site");
    }

    @Test
    void an_origin_is_called_at_the_address_that_is_named() throws Exception {
        var cdn = Cdn.minimal()
                .anotherOrigin("{originId: '/api', domainName: 'api.example.com', originPath: '/v1',"
                        + " customOriginConfig: {originProtocolPolicy: 'https-only', httpsPort: 443}}")
                .behavior("/api*", "{targetOriginId: '/api'}");
        try (var origin = RemoteServer.plain()) {
            var address = URI.create("http://127.0.0.1:" + origin.port());
            for (var name : List.of("/api", "api.example.com")) {
                var options = new EdgeOptions(Path.of(""), Map.of(), Map.of(name, address));
                try (var edge = LocalEdge.start(cdn, options)) {
                    assertThat(edge.send("GET /api/users?a=b HTTP/1.1", List.of("Host: a"))
                                    .body())
                            .startsWith("GET /v1/api/users?a=b");
                }
            }
        }
    }

    @Test
    void an_address_for_an_origin_that_is_not_there_is_refused() {
        var options = new EdgeOptions(Path.of(""), Map.of(), Map.of("/apis", URI.create("http://localhost:1")));
        assertThatThrownBy(() -> LocalEdge.start(Cdn.minimal(), options))
                .hasMessage("--origin /apis: no distribution has such an origin; there are api, " + Cdn.API);
    }

    @Test
    void a_websocket_goes_its_own_way_beside_a_site() throws Exception {
        var cdn = site(READ).behavior("/ws", "{targetOriginId: 'api'}");
        try (var edge = served(cdn)) {
            assertThat(edge.handshake("/ws").status()).isEqualTo(101);
            assertThat(edge.handshake("/").status()).isEqualTo(403);
        }
    }

    /** A mistyped path of a single-page application's WebSocket often ends there. */
    @Test
    void a_handshake_for_a_page_is_told_as_refused() throws Exception {
        write("index.html", "home");
        var cdn = site(READ).with("{defaultRootObject: 'index.html'}").behavior("/ws", "{targetOriginId: 'api'}");
        try (var edge = served(cdn)) {
            assertThat(edge.handshake("/").status()).isEqualTo(200);
            assertThat(edge.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because()).endsWith(", where no WebSocket is"));
        }
    }

    private LocalEdge served(Cdn cdn) throws IOException {
        return LocalEdge.start(cdn, options(Map.of("site", root())));
    }

    private EdgeOptions options(Map<String, Path> sites) {
        return new EdgeOptions(root(), sites, Map.of());
    }

    private static RawAnswer get(LocalEdge edge, String path, String... headers) throws IOException {
        return edge.send("GET " + path + " HTTP/1.1", List.of("Host: a", String.join("\r\n", headers)));
    }

    private static String headersOf(LocalEdge edge, String requestLine) throws IOException {
        return edge.sendAndClose(requestLine, List.of("Host: a", "Connection: close"));
    }

    /** A distribution that reads the bucket {@code site}, whose policy allows it these actions. */
    private static Cdn site(String actions) {
        return withPolicy(
                Cdn.minimal(),
                "{Effect: 'Allow', Principal: {Service: 'cloudfront.amazonaws.com'}, Action: [" + actions + "]}");
    }

    private static Cdn withPolicy(Cdn cdn, String statement) {
        return cdn.add("aws:s3/bucketV2:BucketV2", "site", "{}")
                .add(
                        "aws:s3/bucketPolicy:BucketPolicy",
                        "site-policy",
                        "{bucket: 'site-id', policy: {Statement: [" + statement + "]}}")
                .anotherOrigin("{originId: 'site', domainName: 'site-id.s3.eu-west-1.amazonaws.com',"
                        + " originAccessControlId: 'access-id'}")
                .defaultBehavior("{targetOriginId: 'site'}");
    }

    private static Cdn withObject(Cdn cdn, String file, String more) {
        return cdn.add(
                "aws:s3/bucketObjectv2:BucketObjectv2",
                "site-" + file,
                "{bucket: 'site-id', key: '" + file + "', source: {$file: '" + file + "'}, " + more + "}");
    }

    private Path root() {
        return folder.resolve("site");
    }

    private void write(String file, String text) throws IOException {
        var path = root().resolve(file);
        Files.createDirectories(path.getParent());
        Files.createDirectories(root());
        Files.writeString(path, text);
    }
}
