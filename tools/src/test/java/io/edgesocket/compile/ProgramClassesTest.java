package io.edgesocket.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of a project that the launcher has built, when its sources change. */
class ProgramClassesTest {
    @TempDir
    private Path project;

    @BeforeEach
    void a_built_project() throws IOException {
        write("target/edgesocket.javac", """
                [DEBUG] Using compiler 'javac'.
                [DEBUG] Classpath:
                [DEBUG]  target/classes
                [DEBUG] Source roots:
                [DEBUG]  src/main/java
                [DEBUG] Command line options:
                [DEBUG] -d target/classes -classpath target/classes: -s target/generated-sources -proc:none -parameters --release 17
                """);
        write("src/main/java/acme/App.java", "package acme; class App { Reply reply; }");
        write("src/main/java/acme/Reply.java", "package acme; class Reply {}");
        assertThat(update()).isTrue();
    }

    @Test
    void nothing_is_compiled_as_long_as_nothing_is_saved() {
        assertThat(update()).isFalse();
    }

    @Test
    void a_saved_source_is_compiled() throws IOException {
        save("acme/Reply.java", "package acme; class Reply { int size; }");

        assertThat(classes().update()).containsExactly("acme.Reply");
    }

    @Test
    void a_class_that_stays_the_same_is_not_written() throws IOException {
        var time = Files.getLastModifiedTime(classFile("acme/App"));

        save("acme/Reply.java", "package acme; class Reply { int size; }");
        update();

        assertThat(Files.getLastModifiedTime(classFile("acme/App"))).isEqualTo(time);
    }

    @Test
    void an_added_source_is_compiled() throws IOException {
        save("acme/New.java", "package acme; class New {}");

        assertThat(classes().update()).containsExactly("acme.New");
    }

    @Test
    void a_removed_source_leaves_no_class() throws IOException {
        save("acme/App.java", "package acme; class App {}");
        remove("acme/Reply.java");
        update();

        assertThat(classFile("acme/Reply")).doesNotExist();
    }

    /** A function's archive holds it: without it, a plan would differ from the one after a build by Maven. */
    @Test
    void the_class_that_maven_makes_of_a_package_s_description_stays() throws IOException {
        save("acme/package-info.java", "/** A program. */ package acme;");
        write("target/classes/acme/package-info.class", "made by Maven");

        update();

        assertThat(classFile("acme/package-info")).exists();
    }

    @Test
    void the_class_of_a_removed_source_is_missed() throws IOException {
        remove("acme/Reply.java");

        assertThatExceptionOfType(CompileException.class)
                .isThrownBy(this::update)
                .withMessageContaining("App.java:1: error: cannot find symbol");
    }

    @Test
    void sources_that_do_not_compile_leave_the_classes_as_they_were() throws IOException {
        var former = Files.readAllBytes(classFile("acme/App"));
        save("acme/App.java", "package acme; class App { int size; }");
        save("acme/Reply.java", "package acme; class Reply { int size = \"text\"; }");

        assertThatExceptionOfType(CompileException.class).isThrownBy(this::update);
        assertThat(classFile("acme/App")).hasBinaryContent(former);
    }

    @Test
    void a_mistake_is_told_to_each_command() throws IOException {
        save("acme/Reply.java", "package acme; class Reply { int size = \"text\"; }");

        assertThatExceptionOfType(CompileException.class).isThrownBy(this::update);
        assertThatExceptionOfType(CompileException.class).isThrownBy(this::update);
    }

    @Test
    void a_mistake_is_told_once_to_a_command_that_keeps_looking() throws IOException {
        var classes = classes();
        save("acme/Reply.java", "package acme; class Reply { int size = \"text\"; }");

        assertThatExceptionOfType(CompileException.class).isThrownBy(classes::update);
        assertThat(classes.update()).isEmpty();
    }

    @Test
    void a_mistake_is_told_with_the_path_in_the_project() throws IOException {
        save("acme/Reply.java", "package acme;\nclass Reply { int size = \"text\"; }");

        assertThatExceptionOfType(CompileException.class)
                .isThrownBy(this::update)
                .withMessageStartingWith("src/main/java/acme/Reply.java:2: error: ");
    }

    @Test
    void a_program_that_only_maven_can_compile_has_none(@TempDir Path other) {
        assertThat(ProgramClasses.of(other)).isEmpty();
    }

    /** Whether it compiled anything. */
    private boolean update() {
        return !classes().update().isEmpty();
    }

    private ProgramClasses classes() {
        return ProgramClasses.of(project).orElseThrow();
    }

    private Path classFile(String name) {
        return project.resolve("target/classes/" + name + ".class");
    }

    /** Later than the last compilation, also where a file's time is coarse. */
    private void save(String source, String text) throws IOException {
        var file = "src/main/java/" + source;
        write(file, text);
        Files.setLastModifiedTime(project.resolve(file), later());
    }

    private void remove(String source) throws IOException {
        var file = project.resolve("src/main/java/" + source);
        Files.delete(file);
        Files.setLastModifiedTime(file.getParent(), later());
    }

    private static FileTime later() {
        return FileTime.from(Instant.now().plusSeconds(2));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(project.resolve(file).getParent());
        Files.writeString(project.resolve(file), text);
    }
}
