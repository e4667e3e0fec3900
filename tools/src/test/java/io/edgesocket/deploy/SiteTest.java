package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stack shows a site beside its WebSocket API, a file of the site changes, and the stack goes. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {
    private static final String CDN = "var cdn = stack.cdn(\"cdn\", api, certificate);";
    private static final String WITH_SITE = """
            var site = new io.edgesocket.components.site.SiteBucket("site",
                    io.edgesocket.components.site.SiteBucketArgs.builder().folder(Path.of("site")).build());
            var cdn = stack.cdn("cdn", api, certificate, more -> more
                    .origin(io.edgesocket.components.cdn.SiteOrigin.of(site.bucket()).singlePage())
                    .path("/ws", stack.origin(api)));
            """;

    private Step first;
    private Step second;
    private Step destruction;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        project.folder("site");
        project.write("site/index.html", "<p>one");
        project.replaceInProgram(CDN, WITH_SITE);
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");
            first = pulumi.step("up", "--yes", "--skip-preview");
            project.write("site/index.html", "<p>two");
            second = pulumi.step("up", "--yes", "--skip-preview");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
        }
    }

    @Test
    void the_distribution_has_access_before_it_is_there_and_is_let_in_afterwards() {
        assertThat(first.outcome().succeeded()).as(first.outcome().toString()).isTrue();
        assertThat(first.done())
                .containsSubsequence(
                        "create cloudfront.OriginAccessControl cdn-site-access",
                        "create cloudfront.Distribution cdn",
                        "create s3.BucketPolicy cdn-site-policy")
                .contains("create s3.BucketObjectv2 site-index.html");
        assertThat(first.outcome().out()).containsPattern("url +: \"wss://d\\S+\\.cloudfront\\.net/ws\"");
    }

    @Test
    void a_changed_file_is_all_that_changes() {
        assertThat(second.done()).containsExactly("update s3.BucketObjectv2 site-index.html");
    }

    @Test
    void it_goes_again() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
    }
}
