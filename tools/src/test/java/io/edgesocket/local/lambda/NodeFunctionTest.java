package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation.Answered;
import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.pool.Invocation.TimedOut;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Needs("node")
class NodeFunctionTest {
    private static final Path FOLDER = Path.of("tools/src/test/resources/functions/misbehaving");

    private static LocalFunctions run(String... more) {
        return LocalFunctions.node(FOLDER, more);
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
    void an_event_may_stand_on_several_lines_and_be_long() {
        try (var run = run()) {
            var text = "ü".repeat(200_000);
            assertThat(run.answer("{\n\"do\": \"big\",\r\n\"text\": \"" + text + "\"\n}\n")
                            .asText())
                    .isEqualTo(text);
        }
    }

    @Test
    void variables_are_those_registered_and_lambda_s_own() {
        try (var run = run("environment: {variables: {GREETING: hello}}")) {
            assertThat(run.texts(deed("env")))
                    .containsEntry("greeting", "hello")
                    .containsEntry("region", "us-east-1");
        }
    }

    @Test
    void a_context_tells_of_the_call() {
        try (var run = run("memorySize: 256")) {
            assertThat(run.texts(deed("context")))
                    .containsEntry("functionName", "chat")
                    .containsEntry("memoryLimitInMB", "256")
                    .containsEntry("inTime", "true")
                    .hasEntrySatisfying("awsRequestId", id -> assertThat(id).hasSize(36));
        }
    }

    @Test
    void what_a_handler_prints_is_logged_and_is_never_taken_for_its_answer() {
        try (var run = run()) {
            assertThat(run.answer(deed("print"))).hasToString("\"printed\"");
            assertThat(List.of(run.line(), run.line(), run.line()))
                    .containsExactly("chat: to out", "chat: to err", "chat: A\"forged\"");
        }
    }

    @Test
    void what_a_handler_prints_is_also_told_to_who_called_it() throws Exception {
        try (var run = run()) {
            var printed = new LinkedBlockingQueue<String>();
            run.function().invoke(deed("print").getBytes(UTF_8), printed::add);
            for (var line : List.of("to out", "to err", "A\"forged\"")) {
                assertThat(printed.poll(60, TimeUnit.SECONDS)).isEqualTo(line);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"index.waiting, true", "index.notWaiting, false"})
    void a_callback_answers_when_nothing_is_left_unless_it_does_not_wait(String handler, boolean ran) {
        try (var run = LocalFunctions.of(
                FOLDER,
                LocalFunctions.function(
                        "runtime: nodejs22.x", "handler: " + handler, "code: {$archive: '.'}", "timeout: 10"))) {
            assertThat(run.answer("{}").path("ran").asBoolean()).isEqualTo(ran);
        }
    }

    @ParameterizedTest
    @CsvSource({"index.callback,\"called back\"", "index.nothing,null", "index.nested.handler,\"nested\""})
    void a_handler_may_take_a_callback_or_stand_in_an_object(String handler, String answer) {
        try (var run = LocalFunctions.of(
                FOLDER,
                LocalFunctions.function("runtime: nodejs22.x", "handler: " + handler, "code: {$archive: '.'}"))) {
            assertThat(run.answer("{}")).hasToString(answer);
            assertThat(run.answer("{}")).as("the next call").hasToString(answer);
        }
    }

    @Test
    void what_a_handler_throws_is_the_answer_and_the_process_goes_on() {
        try (var run = run()) {
            assertThat(run.call(deed("throw"))).isEqualTo(new Failed("TypeError", "no luck"));
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exit, Runtime.ExitError, Runtime exited with error: exit status 3",
        "uncaught, RangeError, later",
        "unhandled, Runtime.UnhandledPromiseRejection, RangeError: later"
    })
    void an_end_of_the_process_fails_the_call_and_another_takes_the_next(String deed, String type, String message) {
        try (var run = run()) {
            assertThat(run.call(deed(deed))).isEqualTo(new Failed(type, message));
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "spin", "grandchild"})
    void a_call_that_takes_too_long_is_given_up_and_its_process_killed(String deed) {
        try (var run = run("timeout: 1")) {
            assertThat(run.call(deed(deed))).isEqualTo(new TimedOut(Duration.ofSeconds(1)));
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    @Test
    void a_flood_is_left_out_and_the_answer_comes() {
        try (var run = run("timeout: 60")) {
            assertThat(run.answer(deed("flood"))).hasToString("\"flooded\"");
            assertThat(run.lines).hasSizeLessThan(10 * LogBudget.LINES_PER_SECOND);
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
                    .contains("1 Timeout");
        }
    }

    @ParameterizedTest
    @CsvSource({"index.handler, @aws-sdk/client-apigatewaymanagementapi", "required.handler, @aws-sdk/client-dynamodb"})
    void a_package_that_lambda_has_and_this_machine_lacks_is_told_with_the_command(String handler, String sdk) {
        var folder = Path.of("tools/src/test/resources/functions/without-sdk");
        try (var run = LocalFunctions.of(
                folder,
                LocalFunctions.function("runtime: nodejs22.x", "handler: " + handler, "code: {$archive: '.'}"))) {
            assertThat(run.call("{}"))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.errorType()).isEqualTo("Runtime.ImportModuleError"));
            assertThat(run.lines)
                    .anyMatch(line -> line.startsWith("chat: Lambda has " + sdk + ", ")
                            && line.endsWith(" " + sdk)
                            && line.contains("npm install --prefix "));
        }
    }

    @ParameterizedTest
    @CsvSource({"index.js, index.ts", "index.mjs, index.mts"})
    void what_was_built_before_its_typescript_was_saved_is_played_and_told(
            String built, String source, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(built), "export const handler = async () => 'built';");
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}");
        Files.writeString(folder.resolve(source), "export const handler = async (): Promise<string> => 'new';");
        Files.setLastModifiedTime(folder.resolve(built), FileTime.from(Instant.EPOCH));
        try (var run = LocalFunctions.node(folder)) {
            assertThat(run.answer("{}").asText()).isEqualTo("built");
            assertThat(run.line())
                    .isEqualTo("chat: " + source + " was saved after " + built
                            + ", which is played and deployed: build it again");
            Files.setLastModifiedTime(
                    folder.resolve(built), FileTime.from(Instant.now().plusSeconds(1)));
            run.answer("{}");
            assertThat(run.lines).isEmpty();
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
    void an_answer_counts_though_it_is_read_long_after_its_process_has_ended() {
        try (var run = run()) {
            var outcome = run.function()
                    .invoke(deed("answerAndExit").getBytes(UTF_8), NodeFunctionTest::standStillUntilLongAfterItsEnd)
                    .orTimeout(60, TimeUnit.SECONDS);
            assertThat(outcome.join())
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> assertThat(answered.json().asText()).isEqualTo("answered"));
        }
    }

    private static void standStillUntilLongAfterItsEnd(String process) {
        var twiceAsLong = 2 * ChildEnvironment.LAST_OUTPUT.toMillis();
        ProcessHandle.of(Long.parseLong(process))
                .ifPresent(each -> each.onExit().join());
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(twiceAsLong, TimeUnit.MILLISECONDS))
                .join();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 13})
    void an_answer_above_6_mb_is_refused(int megabytes) {
        try (var run = run()) {
            assertThat(run.call("{\"do\":\"huge\",\"mb\":" + megabytes + "}"))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.errorType()).isEqualTo("Function.ResponseSizeTooLarge"));
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @Test
    void an_answer_that_is_no_json_is_refused() {
        try (var run = run()) {
            assertThat(run.call(deed("circular")))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed ->
                                    assertThat(failed.errorMessage()).startsWith("Unable to stringify response body"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "missing.handler, Runtime.ImportModuleError, Error: Cannot find module 'missing'",
        "index.missing, Runtime.HandlerNotFound, index.missing is undefined or not exported"
    })
    void a_handler_that_is_not_there_is_named(String handler, String type, String message) {
        try (var run = LocalFunctions.of(
                FOLDER,
                LocalFunctions.function("runtime: nodejs22.x", "handler: " + handler, "code: {$archive: '.'}"))) {
            assertThat(run.call("{}")).isEqualTo(new Failed(type, message));
        }
    }

    @Test
    void as_many_processes_run_as_calls_are_under_way_and_none_at_the_end() {
        var run = run();
        assertThat(run.callAtOnce(4, "{\"do\":\"wait\",\"ms\":1000}")).allMatch(Answered.class::isInstance);
        var process = ProcessHandle.of(run.answer(deed("pid")).asLong()).orElseThrow();
        assertThat(run.events)
                .filteredOn(event -> event.text().startsWith("cold start"))
                .hasSizeGreaterThan(1);
        run.close();
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void what_a_function_has_started_ends_though_the_function_crashed_first(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.mjs"), """
                import {spawn} from 'node:child_process';
                export const handler = () => {
                  console.log(spawn('sleep', ['600'], {stdio: 'ignore'}).pid);
                  process.kill(process.pid, 'SIGKILL');
                  return new Promise(() => {});
                };""");
        try (var run = LocalFunctions.node(folder)) {
            run.call("{}");
            var started = Long.parseLong(run.line().replaceFirst("chat: ", ""));
            assertThat(ProcessHandle.of(started).stream())
                    .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20)));
        }
    }
}
