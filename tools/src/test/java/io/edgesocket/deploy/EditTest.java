package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where all is built, {@code pulumi} runs an edited program without Maven. */
@RealEngine
class EditTest {
    private static final String APP = "src/main/java/io/edgesocket/App.java";

    private Project project;

    @BeforeEach
    void a_built_project_without_maven(Project built, @TempDir Path folder) {
        project = built.copyTo(folder);
        project.write("mvnw", "#!/bin/sh\necho Maven was called >&2\nexit 1\n");
    }

    @Test
    void a_preview_shows_the_edit() {
        project.write(APP, project.read(APP).replace(".route(\"ping\"", ".route(\"pong\""));

        try (var aws = StandInAws.start()) {
            var preview =
                    Pulumi.of(project, aws).withStack("dev").step("preview").outcome();

            assertThat(preview.succeeded()).as(preview.toString()).isTrue();
            assertThat(preview.out()).contains("chat-pong");
        }
    }

    /** Of the libraries' classes, not of the program's. */
    @Test
    void the_first_preview_leaves_an_archive_for_the_next() throws IOException {
        var archive = archive();
        Files.delete(archive);

        try (var aws = StandInAws.start()) {
            var pulumi = new Pulumi(project, aws, List.of(), Map.of("CI", "")).withStack("dev");
            assertThat(pulumi.step("preview").outcome().succeeded()).isTrue();
        }

        assertThat(archive).isNotEmptyFile();
        var start = project.run(
                "env", "EDGESOCKET_PRINT=1", "./edgesocket", "--no-transfer-progress", "compile", "exec:java");
        assertThat(start.out()).contains("=target/" + archive.getFileName() + "\n");
    }

    private Path archive() throws IOException {
        try (var archives = Files.newDirectoryStream(project.folder("target"), "program-*[!e]")) {
            return archives.iterator().next();
        }
    }

    @Test
    void each_preview_shows_what_does_not_compile() {
        project.write(APP, project.read(APP) + "class Broken { int number = \"text\"; }\n");
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");

            assertThat(List.of(pulumi.step("preview"), pulumi.step("preview"))).allSatisfy(preview -> {
                assertThat(preview.outcome().succeeded()).isFalse();
                assertThat(preview.outcome().out()).contains(APP + ":", "String cannot be converted to int");
            });
        }
    }
}
