package io.edgesocket.components.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.asset.FileAsset;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteBucketTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void a_folder_of_the_project() throws IOException {
        folder = Path.of("").toAbsolutePath().relativize(temporary.toRealPath());
    }

    @AfterEach
    void cleanup() {
        PulumiTest.cleanup();
    }

    @Test
    void a_bucket_is_private() {
        var made = recorded(args -> args);
        assertThat(made.get("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock site-private"))
                .isEqualTo(Map.of(
                        "bucket",
                        "site-id",
                        "blockPublicAcls",
                        true,
                        "blockPublicPolicy",
                        true,
                        "ignorePublicAcls",
                        true,
                        "restrictPublicBuckets",
                        true));
        assertThat(made.get("aws:s3/bucketV2:BucketV2 site")).isEqualTo(Map.of("forceDestroy", false));
    }

    @Test
    void each_file_is_an_object_under_its_path() throws IOException {
        write("index.html", "<p>hello");
        write("assets/app.js", "1");
        var made = recorded(args -> args.folder(folder).cacheControl("assets", "public, max-age=31536000, immutable"));
        assertThat(made.get("aws:s3/bucketObjectv2:BucketObjectv2 site-index.html"))
                .containsEntry("bucket", "site-id")
                .containsEntry("key", "index.html")
                .containsEntry("contentType", "text/html; charset=utf-8")
                .containsEntry("cacheControl", "no-cache")
                .extracting("source")
                .isInstanceOf(FileAsset.class);
        assertThat(made.get("aws:s3/bucketObjectv2:BucketObjectv2 site-assets/app.js"))
                .containsEntry("key", "assets/app.js")
                .containsEntry("contentType", "text/javascript; charset=utf-8")
                .containsEntry("cacheControl", "public, max-age=31536000, immutable");
    }

    @Test
    void what_macos_writes_into_a_folder_is_left_out_and_well_known_is_taken() throws IOException {
        write(".DS_Store", "");
        write(".well-known/security.txt", "Contact: mailto:a@example.com");
        assertThat(recorded(args -> args.folder(folder)).keySet())
                .contains("aws:s3/bucketObjectv2:BucketObjectv2 site-.well-known/security.txt")
                .noneMatch(name -> name.contains("DS_Store"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.html | text/html; charset=utf-8",
                "A.JPG  | image/jpeg",
                "x.woff2 | font/woff2",
                "LICENSE | application/octet-stream",
                "a.unknown | application/octet-stream"
            })
    void a_file_s_type_is_that_of_its_ending(String key, String type) {
        assertThat(ContentTypes.of(key)).isEqualTo(type);
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        assertThat(problems(args -> args.folder(Path.of("no-such-site"))))
                .containsExactly(
                        "folder: there is no folder no-such-site; the folder that the site's build writes, relative "
                                + "to the project's");
    }

    @Test
    void a_folder_with_a_whole_path_is_refused() {
        var whole = folder.toAbsolutePath();
        assertThat(problems(args -> args.folder(whole)))
                .containsExactly("folder: \"" + whole + "\"; a folder relative to the project's, such as site/dist");
    }

    @Test
    void an_empty_folder_is_refused() {
        assertThat(problems(args -> args.folder(folder)))
                .singleElement()
                .asString()
                .endsWith(" has no files; the folder that the site's build writes: build it first");
    }

    @Test
    void secrets_are_not_published() throws IOException {
        write(".env", "KEY=hunter2");
        write(".git/config", "");
        assertThat(problems(args -> args.folder(folder)))
                .containsExactly(
                        "folder: .env; a name that begins with a dot isn't published, unless below .well-known: take it away",
                        "folder: .git/config; a name that begins with a dot isn't published, unless below .well-known: take "
                                + "it away");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void a_link_out_of_the_folder_is_refused_and_one_within_is_taken() throws IOException {
        write("site/index.html", "");
        write("private.txt", "");
        Files.createSymbolicLink(temporary.resolve("site/home.html"), Path.of("index.html"));
        assertThat(problems(args -> args.folder(folder.resolve("site")))).isEmpty();
        Files.createSymbolicLink(temporary.resolve("site/private.txt"), Path.of("../private.txt"));
        Files.createSymbolicLink(temporary.resolve("site/up"), Path.of(".."));
        assertThat(problems(args -> args.folder(folder.resolve("site"))))
                .containsExactly(
                        "folder: private.txt; a link that leads out of the folder, to a folder or nowhere: put the files "
                                + "themselves there",
                        "folder: up; a link that leads out of the folder, to a folder or nowhere: put the files themselves "
                                + "there");
    }

    @Test
    void what_no_file_has_is_refused_of_cache_control() throws IOException {
        write("index.html", "");
        assertThat(problems(args -> args.folder(folder).cacheControl("assets", "no-store")))
                .containsExactly(
                        "cacheControl.assets: no file is there; a folder of the site, such as assets, or a file");
        assertThat(problems(args -> args.folder(folder).cacheControl("index.html", "a\nb")))
                .containsExactly(
                        "cacheControl.index.html: \"a\nb\"; a Cache-Control header of one line, such as public, "
                                + "max-age=31536000, immutable");
    }

    @ParameterizedTest
    @CsvSource({"My-Site", "a", "-site", "192.168.0.1", "a..b", "xn--site"})
    void a_name_that_no_bucket_can_have_is_refused(String name) {
        assertThat(problems(args -> args.bucketName(name)))
                .containsExactly(
                        "bucketName: \"" + name
                                + "\"; 3 to 63 lower-case letters, digits, - and ., as buckets of all accounts share their names");
    }

    @Test
    void a_component_s_name_becomes_the_bucket_s_and_is_checked_as_that() {
        assertThat(SiteBucketArgs.builder().build().problems("Site"))
                .extracting(Problem::toString)
                .containsExactly(
                        "name: a bucket would be named \"Site\"; 3 to 55 lower-case letters, digits, - and ., as "
                                + "buckets of all accounts share their names: name the component differently, or give bucketName");
    }

    private void write(String file, String text) throws IOException {
        var path = temporary.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> problems(UnaryOperator<SiteBucketArgs.Builder> args) {
        return args.apply(SiteBucketArgs.builder()).build().problems("site").stream()
                .map(Problem::toString)
                .toList();
    }

    private static Map<String, Map<String, Object>> recorded(UnaryOperator<SiteBucketArgs.Builder> args) {
        var made = new ConcurrentHashMap<String, Map<String, Object>>();
        Mocks mocks = resource -> {
            made.put(resource.type + " " + resource.name, resource.inputs);
            return CompletableFuture.completedFuture(
                    Mocks.ResourceResult.of(Optional.of(resource.name + "-id"), resource.inputs));
        };
        PulumiTest.withMocks(mocks)
                .runTest(ctx -> new SiteBucket(
                        "site", args.apply(SiteBucketArgs.builder()).build()))
                .throwOnError();
        return made;
    }
}
