package io.edgesocket.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.engine.ProjectException;
import io.edgesocket.engine.StackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stack's or a project's file holds: it is read, or refused with a message that names the file. */
class AnyProjectFileTest {
    private static final int TRIES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    static Stream<String> odd() {
        return Stream.of(
                "config: {aws:region: eu-west-1, ~: y}",
                "config: {aws:region: eu-west-1, ? [a, b] : y}",
                "config: {a: {? {b: c} : y}}",
                "config: {a: {~: y}}",
                "config: {\"a\\nerror: forged\": y}",
                "config: {a: [{\"\\e[31m\": y}]}",
                "config:\n  edgesocket:tags: &t {a: *t}",
                "config:\n  a: &t [*t]",
                "config: {a: " + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                "config: {a: " + "[".repeat(500_000),
                "config:\n  a:" + " -".repeat(20_000) + " x",
                "config: {a: " + "{b: ".repeat(20_000) + "}".repeat(20_000) + "}",
                "config:\n  a0: &a0 [x, x]\n"
                        + IntStream.range(1, 40)
                                .mapToObj(i -> "  a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                                .reduce("", String::concat),
                "config: {a: " + "x".repeat(10_000_000) + "}",
                "config: {a: !!binary '%'}",
                "config: {a: !!int x}",
                "config: {a: !unknown x}",
                "config: x",
                "config: [a]",
                "- a",
                "\u0000",
                "config: {a: 'b",
                "--- a\n--- b",
                "*a");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void what_is_odd_is_refused_in_one_line_that_names_the_file(String content) throws IOException {
        write("Pulumi.yaml", "name: chat");
        write("Pulumi.dev.yaml", content);

        assertThatThrownBy(this::read)
                .isInstanceOf(ProjectException.class)
                .satisfies(refused -> assertThat(
                                refused.getMessage().lines().findFirst().orElseThrow())
                        .startsWith("Pulumi.dev.yaml")
                        .hasSizeLessThan(400)
                        .doesNotContain("\u001b"));
    }

    @Test
    void a_long_number_is_a_text() throws IOException {
        write("Pulumi.yaml", "name: chat");
        write("Pulumi.dev.yaml", "config: {a: " + "9".repeat(900_000) + "}");

        assertThat(read().values().get("chat:a")).hasSize(900_000);
    }

    @Test
    void a_hundred_levels_are_read() throws IOException {
        write("Pulumi.yaml", "name: chat");
        write("Pulumi.dev.yaml", "config: {a: " + "[".repeat(90) + "]".repeat(90) + "}");

        assertThat(read().values().get("chat:a")).startsWith("[[[");
    }

    @Test
    void the_project_s_own_file_is_looked_at_in_the_same_way() throws IOException {
        for (var content : new String[] {
            "name: &t [*t]", "name: chat\nstackConfigDir: \"a\\0b\"", "name: " + "[".repeat(20_000), "name: {~: a}"
        }) {
            write("Pulumi.yaml", content);
            assertThatThrownBy(this::read)
                    .as(content)
                    .isInstanceOf(ProjectException.class)
                    .hasMessageStartingWith("Pulumi.yaml");
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void any_text_is_read_or_refused(@ForAll("files") String content) throws IOException {
        folder = Files.createTempDirectory("any-project-file");
        write("Pulumi.yaml", "name: chat");
        write("Pulumi.dev.yaml", content);

        try {
            assertThat(read().project()).isEqualTo("chat");
        } catch (ProjectException refused) {
            assertThat(refused).hasMessageStartingWith("Pulumi.dev.yaml");
        } finally {
            Files.delete(folder.resolve("Pulumi.yaml"));
            Files.delete(folder.resolve("Pulumi.dev.yaml"));
            Files.delete(folder);
        }
    }

    @Provide
    Arbitrary<String> files() {
        var pieces = Arbitraries.of(
                "a",
                "b",
                ": ",
                "- ",
                "\n",
                "  ",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "&a ",
                "*a",
                "'",
                "\"",
                "\\",
                "|\n",
                ">-\n",
                "? ",
                "!!int ",
                "!!binary ",
                "!x ",
                "~",
                "<<: ",
                "#",
                "%YAML 9.9\n",
                "---\n",
                "...\n",
                "secure: ",
                "0x",
                "1e999",
                "-.inf",
                ".nan",
                "2024-13-99",
                "0o9",
                "\t",
                "\u0007",
                "\u2028",
                "\ufeff",
                "\ud83d\ude00",
                "@",
                "`");
        var built = pieces.list().ofMaxSize(30).map(parts -> String.join("", parts));
        return Combinators.combine(
                        Arbitraries.of("", "config:\n  ", "config: {a: ", "config:\n  edgesocket:tags: "), built)
                .as(String::concat);
    }

    private StackConfig read() {
        return Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> Project.at(folder).stack("dev"));
    }

    private void write(String file, String content) throws IOException {
        Files.write(folder.resolve(file), content.getBytes(StandardCharsets.UTF_8));
    }
}
