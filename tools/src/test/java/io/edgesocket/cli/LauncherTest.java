package io.edgesocket.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./edgesocket} builds before a command runs: the user's program and our tools, each when it changed. */
@ExtendWith(BuiltProject.class)
class LauncherTest {
    private static final String PROGRAM = "src/main/java/io/edgesocket/App.java";
    private static final String CLASS = "target/classes/io/edgesocket/App.class";
    private static final String LIBRARY = "library/target/edgesocket-library.jar";
    private static final String TOOLS = "tools/target/edgesocket-tools.jar";

    @TempDir
    Path folder;

    @Test
    void a_change_of_the_program_is_compiled_without_maven(Project built) throws IOException {
        var project = built.copyTo(folder);
        project.write("mvnw", "#!/bin/sh\nexit 1\n");
        project.write(PROGRAM, project.read(PROGRAM).replace(".route(\"ping\"", ".route(\"pong\""));

        var outcome = project.run("./edgesocket", "plan", "--stack", "dev");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("chat-pong");
    }

    @Test
    void a_program_that_does_not_compile_is_told_with_the_place(Project built) throws IOException {
        var project = built.copyTo(folder);
        var former = Files.readAllBytes(folder.resolve(CLASS));
        project.write(PROGRAM, project.read(PROGRAM) + "class Broken { int number = \"text\"; }\n");

        var outcome = project.run("./edgesocket", "plan", "--stack", "dev");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: the program doesn't compile\n" + PROGRAM + ":")
                .contains("String cannot be converted to int");
        assertThat(folder.resolve(CLASS)).hasBinaryContent(former);
    }

    /** For instance Kotlin, or sources that a plugin makes. */
    @Test
    void maven_compiles_a_program_that_needs_more_than_a_compiler(Project built) throws IOException {
        var project = built.copyTo(folder).withoutArchives();
        project.write("program/pom.xml", project.read("program/pom.xml").replaceFirst("    <plugins>\n", """
                    <plugins>
                      <plugin>
                        <groupId>org.codehaus.mojo</groupId>
                        <artifactId>exec-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <phase>generate-sources</phase>
                            <goals>
                              <goal>exec</goal>
                            </goals>
                            <configuration>
                              <executable>true</executable>
                            </configuration>
                          </execution>
                        </executions>
                      </plugin>
                """));
        assertThat(project.run("./edgesocket", "--version").succeeded()).isTrue();
        project.write("src/main/java/io/edgesocket/New.java", "package io.edgesocket;\n\nfinal class New {}\n");

        var outcome = project.run("./edgesocket", "--version");

        assertThat(outcome.err()).startsWith("edgesocket: building the program: ");
        assertThat(folder.resolve("target/classes/io/edgesocket/New.class")).exists();
    }

    /** Before each preview, Pulumi asks which plugins to load. */
    @Test
    void which_plugins_pulumi_needs_is_looked_up_once_for_the_same_jars(Project built) throws IOException {
        var project = built.copyTo(folder);
        var jar = folder.resolve("target/edgesocket.jar");

        var lookedUp = plugins(project);
        assertThat(lookedUp).contains("\"name\":\"aws\"");
        project.write("target/edgesocket.plugins", "kept");
        assertThat(plugins(project)).isEqualTo("kept");
        project.insertInProgram("// edited\n", "var api = ");
        assertThat(project.run("./edgesocket", "compile-program").succeeded()).isTrue();
        assertThat(plugins(project)).isEqualTo("kept");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(plugins(project)).isEqualTo(lookedUp);
    }

    /** As Pulumi's Java host asks. */
    private static String plugins(Project project) {
        var outcome = project.run(
                "./edgesocket",
                "--no-transfer-progress",
                "compile",
                "exec:java",
                "-DmainClass=com.pulumi.bootstrap.internal.Main",
                "-DmainArgs=packages");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        return outcome.out();
    }

    /** Java takes classes from an archive only if its class path is jars alone. */
    @Test
    void a_program_with_the_library_is_started_by_it(Project built) throws IOException {
        var project = projectOfOnesOwn("/repository/edgesocket-library-0.1.0.jar:/repository/other.jar", built);

        assertThat(startOfTheProgram(project)).endsWith("""
                        -cp
                        /repository/edgesocket-library-0.1.0.jar:/repository/other.jar
                        io.edgesocket.start.ProgramStart
                        target/classes
                        com.acme.App
                        """);
    }

    @Test
    void a_program_without_the_library_is_started_by_java(Project built) throws IOException {
        var project = projectOfOnesOwn("/edgesocket/other.jar", built);

        assertThat(startOfTheProgram(project)).endsWith("""
                        -cp
                        target/classes:/edgesocket/other.jar
                        com.acme.App
                        """);
    }

    /** As Maven and the launcher leave it, compiled already. */
    private Project projectOfOnesOwn(String libraries, Project built) throws IOException {
        var project = new Project(folder);
        project.folder("target");
        project.write("pom.xml", "<project/>\n");
        Files.copy(built.folder().resolve("edgesocket"), folder.resolve("edgesocket"), COPY_ATTRIBUTES);
        project.write("target/edgesocket.libraries", libraries + "\n");
        project.write("target/edgesocket.classpath", folder.resolve("pom.xml") + "\n");
        project.write("target/edgesocket.javac", "");
        project.write("target/edgesocket.compiled", "");
        project.write("target/edgesocket.main", "com.acme.App\n");
        return project;
    }

    /** What Pulumi's Java host has the launcher start, an argument a line. */
    private static String startOfTheProgram(Project project) {
        var outcome = project.run(
                "env", "EDGESOCKET_PRINT=1", "./edgesocket", "--no-transfer-progress", "compile", "exec:java");
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        return outcome.out();
    }

    @Test
    void a_change_of_the_library_reaches_the_program_and_the_tools(Project built) throws IOException {
        var project = built.copyTo(folder).withoutArchives();

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

    /** For instance as the disk was full. */
    @Test
    void an_archive_of_classes_that_was_cut_short_is_made_again(Project built) throws IOException {
        var project = built.copyTo(folder);
        var archive = startArchive();
        var whole = Files.readAllBytes(archive);
        Files.delete(archive); // Java makes it read-only
        Files.write(archive, Arrays.copyOf(whole, 300_000));

        assertThat(project.run("./edgesocket", "--version").succeeded()).isTrue();
        assertThat(Files.size(archive)).isGreaterThan(whole.length / 2);
    }

    /** An archive that is made of half a rehearsal starts slowly, and no Java ever waits for a command. */
    @Test
    void a_rehearsal_works_where_temporary_files_are_on_another_disk(Project built) throws IOException {
        var memory = Path.of("/dev/shm");
        assumeThat(Files.isWritable(memory)).as("/dev/shm, a disk of its own").isTrue();
        var project = built.copyTo(folder);
        assumeThat(Files.getFileStore(memory)).isNotEqualTo(Files.getFileStore(folder));
        var temporary = Files.createTempDirectory(memory, "edgesocket");
        try {
            var outcome = project.run(
                    "env",
                    "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary,
                    "./edgesocket",
                    "rehearse",
                    "--stack",
                    "dev");

            assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
            assertThat(temporary).isEmptyDirectory();
        } finally {
            new Project(temporary).delete();
        }
    }

    /** Of this Java; the project may have those of others. */
    private Path startArchive() {
        return folder.resolve("target/start-" + System.getProperty("java.runtime.version"));
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
