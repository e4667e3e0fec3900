package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./edgesocket} builds before it starts a command: the user's program and our tools, each when it changed. */
@ExtendWith(BuiltProject.class)
class LauncherTest {
    private static final String PROGRAM = "target/edgesocket.jar";
    private static final String LIBRARY = "library/target/edgesocket-library.jar";
    private static final String TOOLS = "tools/target/edgesocket-tools.jar";

    @TempDir
    Path folder;

    @Test
    void a_change_of_the_program_builds_the_program_alone(Project built) throws IOException {
        var project = built.copyTo(folder);
        var library = time(LIBRARY);
        var tools = time(TOOLS);

        project.write("src/main/java/io/edgesocket/New.java", "package io.edgesocket;\n\nfinal class New {}\n");
        var outcome = project.run("./edgesocket", "--version");

        assertThat(outcome.err()).startsWith("edgesocket: building: the sources are newer than " + PROGRAM + "\n");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        assertThat(folder.resolve("target/classes/io/edgesocket/New.class")).exists();
        assertThat(time(LIBRARY)).isEqualTo(library);
        assertThat(time(TOOLS)).isEqualTo(tools);
    }

    @Test
    void a_change_of_the_library_reaches_the_program_and_the_tools(Project built) throws IOException {
        var project = built.copyTo(folder);

        project.write(
                "library/src/main/java/io/edgesocket/settings/New.java",
                "package io.edgesocket.settings;\n\nfinal class New {}\n");
        var outcome = project.run("./edgesocket", "--version");

        assertThat(outcome.err()).startsWith("edgesocket: building: the sources are newer than " + TOOLS + "\n");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        assertThat(Files.mismatch(folder.resolve(LIBRARY), libraryOfTheProgram()))
                .isEqualTo(-1);
        assertThat(project.run("./edgesocket", "--version").err()).isEmpty();
    }

    /** Its name has a version in it. */
    private Path libraryOfTheProgram() throws IOException {
        try (var jars = Files.newDirectoryStream(folder.resolve("target/lib"), "edgesocket-library*.jar")) {
            return jars.iterator().next();
        }
    }

    private FileTime time(String file) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(file));
    }
}
