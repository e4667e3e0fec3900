package io.edgesocket.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program's classes in a folder, on the libraries of this class path. */
class ProgramStartTest {
    private static final String SAID = "program-start-test.said";

    @TempDir
    Path folder;

    @Test
    void the_main_class_need_not_be_public_and_gets_the_arguments() throws Throwable {
        source("acme/App.java", """
                package acme;
                class App {
                    public static void main(String[] args) { System.setProperty("%s", String.join(" ", args)); }
                }
                """.formatted(SAID));

        start("acme.App", "a", "b c");

        assertThat(said()).isEqualTo("a b c");
    }

    @Test
    void its_own_class_and_file_come_before_a_library_s() throws Throwable {
        source("org/assertj/core/api/Assertions.java", """
                package org.assertj.core.api;
                public class Assertions { public static String whose() { return "own class"; } }
                """);
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), "own file");
        source("acme/App.java", """
                package acme;
                public class App {
                    public static void main(String[] args) throws Exception {
                        var loader = Thread.currentThread().getContextClassLoader();
                        var file = "META-INF/MANIFEST.MF";
                        System.setProperty("%s", org.assertj.core.api.Assertions.whose()
                            + ", " + new String(loader.getResourceAsStream(file).readAllBytes())
                            + ", " + new String(loader.getResources(file).nextElement().openStream().readAllBytes()));
                    }
                }
                """.formatted(SAID));

        start("acme.App");

        assertThat(said()).isEqualTo("own class, own file, own file");
    }

    @Test
    void a_library_s_class_is_the_one_of_the_class_path() throws Throwable {
        source("acme/App.java", """
                package acme;
                public class App {
                    public static void main(String[] args) {
                        System.setProperty("%s", String.valueOf(com.pulumi.Context.class.getClassLoader()));
                    }
                }
                """.formatted(SAID));

        start("acme.App");

        assertThat(said()).isEqualTo(String.valueOf(com.pulumi.Context.class.getClassLoader()));
    }

    @Test
    void what_the_program_throws_is_thrown() throws Exception {
        source("acme/App.java", """
                package acme;
                public class App {
                    public static void main(String[] args) { throw new IllegalStateException("no stack"); }
                }
                """);

        assertThatThrownBy(() -> start("acme.App"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no stack");
    }

    private void source(String name, String text) throws Exception {
        var file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        var path = folder + System.getProperty("path.separator") + System.getProperty("java.class.path");
        var code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-cp", path, file.toString());
        assertThat(code).isZero();
    }

    private void start(String mainClass, String... arguments) throws Throwable {
        var before = Thread.currentThread().getContextClassLoader();
        var all = new ArrayList<>(List.of(folder.toString(), mainClass));
        all.addAll(List.of(arguments));
        try {
            ProgramStart.main(all.toArray(String[]::new));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String said() {
        return System.clearProperty(SAID);
    }
}
