package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.pool.Invocation.TimedOut;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Needs("python3")
class PythonFunctionTest {
    private static final Path FOLDER = Path.of("tools/src/test/resources/functions/misbehaving");

    private static LocalFunctions run(String... more) {
        return LocalFunctions.python(FOLDER, more);
    }

    private static String deed(String name) {
        return "{\"do\":\"" + name + "\"}";
    }

    @Test
    void a_handler_is_called_with_its_event_and_is_kept_for_the_next() {
        try (var run = run()) {
            run.answer("{}");
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @Test
    void text_of_any_language_comes_back_as_it_went() {
        try (var run = run()) {
            assertThat(run.answer("{\"do\":\"echo\",\"text\":\"ü😀\\ud83d\\n\"}")
                            .asText())
                    .startsWith("ü😀")
                    .endsWith("\n");
        }
    }

    @Test
    void variables_and_context_are_the_function_s_own() {
        try (var run = run("environment: {variables: {GREETING: hello}}", "memorySize: 256")) {
            assertThat(run.texts(deed("env")))
                    .containsEntry("greeting", "hello")
                    .containsEntry("function", "chat")
                    .containsEntry("memory", "256");
        }
    }

    @Test
    void what_a_handler_prints_is_logged_and_is_never_taken_for_its_answer() {
        try (var run = run()) {
            assertThat(run.answer(deed("show"))).hasToString("\"printed\"");
            assertThat(List.of(run.line(), run.line(), run.line()))
                    .containsExactly("chat: to out", "chat: to err", "chat: A\"forged\"");
        }
    }

    @Test
    void what_a_handler_raises_is_the_answer_and_the_process_goes_on() {
        try (var run = run()) {
            assertThat(run.call(deed("throw"))).isEqualTo(new Failed("KeyError", "'no luck'"));
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @ParameterizedTest
    @CsvSource({"leave, 3", "die, 4"})
    void an_exit_fails_the_call_and_another_process_takes_the_next(String deed, int status) {
        try (var run = run()) {
            assertThat(run.call(deed(deed)))
                    .isEqualTo(new Failed("Runtime.ExitError", "Runtime exited with error: exit status " + status));
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    @ParameterizedTest
    @CsvSource({"copy", "copyThatThrows"})
    void a_copy_of_the_process_that_a_handler_makes_answers_no_call(String deed) {
        try (var run = run()) {
            for (var call = 1; call < 4; call++) {
                assertThat(run.answer(deed(deed))).hasToString("\"of the first\"");
            }
            assertThat(run.answer("{}")).hasToString("{\"calls\":4}");
        }
    }

    @Test
    void what_a_handler_leaves_running_stands_still_until_the_next_call_and_is_told() {
        try (var run = run()) {
            run.answer(deed("later"));
            var nextCall = run.afterAMoment(() -> {
                var now = System.currentTimeMillis();
                assertThat(run.answer(deed("ranAt")).asLong()).isGreaterThanOrEqualTo(now);
                return now;
            });
            assertThat(nextCall).isPositive();
            assertThat(run.events)
                    .extracting(event -> event.details().get("leftRunning"))
                    .contains("later");
        }
    }

    @Test
    void ctrl_c_which_a_terminal_tells_all_of_its_processes_does_not_end_it() throws Exception {
        try (var run = run()) {
            run.interrupt(run.answer(deed("pid")).asLong());
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
            assertThat(run.lines).isEmpty();
        }
    }

    @Test
    void a_call_that_takes_too_long_is_given_up_and_its_process_killed() {
        try (var run = run("timeout: 1")) {
            assertThat(run.call(deed("hang"))).isEqualTo(new TimedOut(Duration.ofSeconds(1)));
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "missing.handler; Runtime.ImportModuleError; Unable to import module 'missing': No module named 'missing'",
                "index.missing; Runtime.HandlerNotFound; Handler 'missing' missing on module 'index'"
            })
    void a_handler_that_is_not_there_is_named(String handler, String type, String message) {
        try (var run = LocalFunctions.of(
                FOLDER,
                LocalFunctions.function("runtime: python3.13", "handler: " + handler, "code: {$archive: '.'}"))) {
            assertThat(run.call("{}")).isEqualTo(new Failed(type, message));
        }
    }

    @Test
    void what_a_function_has_started_ends_though_the_function_crashed_first(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.py"), """
                import os, subprocess
                def handler(event, context):
                    print(subprocess.Popen(['sleep', '600'], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).pid)
                    os.abort()""");
        try (var run = LocalFunctions.python(folder)) {
            run.call("{}");
            var started = Long.parseLong(run.line().replaceFirst("chat: ", ""));
            assertThat(ProcessHandle.of(started).stream())
                    .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20)));
        }
    }
}
