package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on disk when a call comes is what answers it. */
class CodeChangeTest {
    private static final String JAVA = """
            package chat;
            public class Handler implements com.amazonaws.services.lambda.runtime.RequestHandler<Object, String> {
                public String handleRequest(Object event, com.amazonaws.services.lambda.runtime.Context context) {
                    return event.equals("part") ? "%1$s, " + Part.text() : "%1$s";
                }
            }
            class Part {
                static String text() {
                    return "%1$s";
                }
            }
            """;

    private static final String HANGING =
            "console.log('loads'); setInterval(() => {}, 1000); await new Promise(() => {});";

    @TempDir
    Path project;

    @Test
    void a_class_compiled_anew_answers_the_next_call() {
        compile("before");
        try (var run = LocalFunctions.of(
                project,
                LocalFunctions.function(
                        "runtime: java21",
                        "handler: chat.Handler",
                        "code: {$archive: {chat: {$archive: classes/chat}}}"))) {
            assertThat(run.answer("{}").asText()).isEqualTo("before");
            compile("after!");
            assertThat(run.answer("{}").asText()).isEqualTo("after!");
            assertThat(run.events).anyMatch(event -> event.text().equals("the code of chat has changed"));
        }
    }

    /** As the handlers of a program: one of them looks at the code, and that is the look of all. */
    @Test
    void functions_of_the_same_code_all_answer_with_what_was_compiled_anew() {
        compile("before");
        try (var run = LocalFunctions.thatAreTold(project, javaFunction("one"), javaFunction("two"))) {
            assertThat(answersOfAll(run)).containsExactly("\"before\"", "\"before\"");
            run.functions.changeCode(() -> compile("after!"));
            assertThat(answersOfAll(run)).containsExactly("\"after!\"", "\"after!\"");
        }
    }

    @Test
    void none_finds_half_of_what_is_compiled_anew() {
        compile("before");
        try (var run = LocalFunctions.of(project, javaFunction("chat"))) {
            assertThat(run.answer("\"part\"").asText()).isEqualTo("before, before");
            run.functions.changeCode(() -> {
                compile("after!", "halves");
                move("halves/chat/Handler.class", "classes/chat/Handler.class");
                assertThat(run.answer("\"part\"").asText()).isEqualTo("before, before");
                move("halves/chat/Part.class", "classes/chat/Part.class");
            });
            assertThat(run.answer("\"part\"").asText()).isEqualTo("after!, after!");
        }
    }

    @Test
    void a_class_that_is_needed_later_fits_the_others_though_it_is_compiled_anew() {
        compile("before");
        try (var run = LocalFunctions.thatAreTold(project, javaFunction("chat"))) {
            assertThat(run.answer("{}").asText()).isEqualTo("before");
            compile("after!");
            assertThat(run.answer("\"part\"").asText()).isEqualTo("before, before");
        }
    }

    private void move(String from, String to) {
        try {
            Files.move(project.resolve(from), project.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlayedResource javaFunction(String name) {
        return LocalFunctions.functionNamed(
                name, "runtime: java21", "handler: chat.Handler", "code: {$archive: {chat: {$archive: classes/chat}}}");
    }

    /** One after the other. */
    private static List<String> answersOfAll(LocalFunctions run) {
        return run.functions.all().stream()
                .map(function -> function.invoke("{}".getBytes(UTF_8))
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join())
                .map(answer -> new String(((Invocation.Answered) answer).payload(), UTF_8))
                .toList();
    }

    @Test
    @Needs("node")
    void a_script_written_anew_answers_the_next_call() throws IOException {
        Files.writeString(project.resolve("index.js"), script("before"));
        try (var run = LocalFunctions.node(project)) {
            assertThat(run.answer("{}").asText()).isEqualTo("before");
            Files.writeString(project.resolve("index.js"), script("after!"));
            assertThat(run.answer("{}").asText()).isEqualTo("after!");
        }
    }

    @Test
    @Needs("node")
    void an_archive_packed_anew_answers_the_next_call() throws IOException {
        zip(script("before"));
        try (var run = LocalFunctions.of(
                project,
                LocalFunctions.function(
                        "runtime: nodejs22.x", "handler: index.handler", "code: {$archive: chat.zip}"))) {
            assertThat(run.answer("{}").asText()).isEqualTo("before");
            zip(script("after, and longer"));
            assertThat(run.answer("{}").asText()).isEqualTo("after, and longer");
        }
    }

    @Test
    @Needs("node")
    void a_call_under_way_ends_on_the_code_that_it_began_with() throws IOException {
        var slow = "exports.handler = () => new Promise((done) => { console.log('begun'); "
                + "setTimeout(done, 1000, 'before'); });";
        Files.writeString(project.resolve("index.js"), slow);
        try (var run = LocalFunctions.node(project)) {
            var underWay = run.begin("{}");
            assertThat(run.line()).isEqualTo("chat: begun");
            Files.writeString(project.resolve("index.js"), script("after!"));
            assertThat(run.answer("{}").asText()).isEqualTo("after!");
            assertThat(underWay)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isInstanceOfSatisfying(
                            Invocation.Answered.class,
                            answered ->
                                    assertThat(answered.payload()).asString().isEqualTo("\"before\""));
        }
    }

    @Test
    @Needs("node")
    void a_start_of_former_code_is_not_waited_for() throws IOException {
        Files.writeString(project.resolve("index.mjs"), HANGING);
        try (var run = LocalFunctions.node(project, "timeout: 600")) {
            run.functions.warmUp();
            assertThat(run.line()).isEqualTo("chat: loads");
            Files.writeString(project.resolve("index.mjs"), "export const handler = async () => 'after!';");
            assertThat(run.answer("{}").asText()).isEqualTo("after!");
        }
    }

    @Test
    @Needs("node")
    void other_functions_start_though_one_that_hangs_has_other_code_meanwhile() throws IOException {
        Files.writeString(project.resolve("one.mjs"), HANGING);
        Files.writeString(project.resolve("two.mjs"), "console.log('loads');");
        try (var run = LocalFunctions.of(project, nodeFunction("one"), nodeFunction("two"))) {
            run.functions.warmUp();
            assertThat(run.line()).isEqualTo("one: loads");
            run.functions.coldStart("one");
            assertThat(run.line()).isEqualTo("two: loads");
        }
    }

    private static PlayedResource nodeFunction(String name) {
        return LocalFunctions.functionNamed(
                name, "runtime: nodejs22.x", "handler: " + name + ".handler", "code: {$archive: '.'}", "timeout: 600");
    }

    @Test
    void a_cold_start_can_be_had_without_a_change() {
        compile("before");
        try (var run = LocalFunctions.of(
                project,
                LocalFunctions.function(
                        "runtime: java21",
                        "handler: chat.Handler",
                        "code: {$archive: {chat: {$archive: classes/chat}}}"))) {
            run.answer("{}");
            assertThat(run.functions.coldStart(run.function().name())).isTrue();
            run.answer("{}");
            assertThat(run.events)
                    .filteredOn(event -> event.text().startsWith("cold start"))
                    .hasSize(2);
            assertThat(run.functions.coldStart("nobody")).isFalse();
        }
    }

    @Test
    void a_file_touched_only_by_its_time_counts_as_changed() throws IOException {
        compile("before");
        try (var run = LocalFunctions.of(
                project,
                LocalFunctions.function(
                        "runtime: java21",
                        "handler: chat.Handler",
                        "code: {$archive: {chat: {$archive: classes/chat}}}"))) {
            run.answer("{}");
            Files.setLastModifiedTime(project.resolve("classes/chat/Handler.class"), FileTime.fromMillis(0));
            run.answer("{}");
            assertThat(run.events)
                    .filteredOn(event -> event.text().startsWith("cold start"))
                    .hasSize(2);
        }
    }

    @Test
    @Needs("node")
    void code_that_stands_in_the_program_is_run() {
        try (var run = LocalFunctions.of(
                project,
                LocalFunctions.function(
                        "runtime: nodejs22.x",
                        "handler: index.handler",
                        "code: {$archive: {index.mjs: {$text: \"export const handler = async () => 'inline';\"}}}"))) {
            assertThat(run.answer("{}").asText()).isEqualTo("inline");
        }
    }

    private static String script(String answer) {
        return "exports.handler = async () => '" + answer + "';";
    }

    private void compile(String answer) {
        compile(answer, "classes");
    }

    private void compile(String answer, String classes) {
        var status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        project.resolve(classes).toString(),
                        source(answer).toString());
        assertThat(status).isZero();
    }

    private Path source(String answer) {
        try {
            return Files.writeString(project.resolve("Handler.java"), JAVA.formatted(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void zip(String index) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(project.resolve("chat.zip")))) {
            zip.putNextEntry(new ZipEntry("index.js"));
            zip.write(index.getBytes());
        }
    }
}
