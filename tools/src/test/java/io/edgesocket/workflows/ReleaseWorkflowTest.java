package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first step of {@code release.yml}: a tag that the files don't bear out releases nothing. */
class ReleaseWorkflowTest {
    private Runner runner;

    @BeforeEach
    void a_checkout(@TempDir Path folder) throws IOException {
        runner = Checkout.in(folder);
        var maven = Files.writeString(runner.project().resolve("mvnw"), "#!/bin/sh\nprintf 0.2.0\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        changelog("## Unreleased\n\n## 0.2.0\n\n### Added\n\n- This.\n\n## 0.1.0\n\nThe first.\n");
    }

    @Test
    void the_notes_are_what_the_changelog_says_of_the_version() {
        assertThat(release("v0.2.0").succeeded()).isTrue();
        assertThat(runner.read("notes.md").strip()).isEqualTo("### Added\n\n- This.");
    }

    @Test
    void a_tag_of_another_version_is_no_release() {
        assertThat(release("v0.3.0").out()).contains("::error::the tag is v0.3.0, and pom.xml has the version 0.2.0");
    }

    @Test
    void a_version_without_notes_is_no_release() throws IOException {
        changelog("## Unreleased\n\n- This.\n\n## 0.2.0\n\n## 0.1.0\n\nThe first.\n");
        var outcome = release("v0.2.0");
        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.err()).contains("CHANGELOG.md says nothing under \"## 0.2.0\"");
    }

    private void changelog(String text) throws IOException {
        Files.writeString(runner.project().resolve("CHANGELOG.md"), text);
    }

    private Outcome release(String tag) {
        return runner.run(
                Workflow.of("release.yml").job("release").step("Is it the version that pom.xml and CHANGELOG.md have?"),
                Map.of("github.ref_name", tag));
    }
}
