package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation;
import org.junit.jupiter.api.Test;

class JavaFunctionTest {

    @Test
    void a_handler_is_called_with_its_event_and_answers_json() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    @Test
    void an_environment_is_kept_for_the_next_call() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            run.answer("{}");
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @Test
    void a_stream_handler_gets_and_gives_bytes() {
        try (var run = LocalFunctions.java("Streams")) {
            assertThat(run.answer("{\"a\": [1, \"ü\"]}")).hasToString("{\"a\":[1,\"ü\"]}");
        }
    }

    @Test
    void variables_are_the_function_s_own_however_they_are_read() {
        try (var run = LocalFunctions.java("Surroundings", "environment: {variables: {GREETING: hello}}")) {
            assertThat(run.texts("{}"))
                    .containsEntry("getenv", "hello")
                    .containsEntry("all", "hello")
                    .containsEntry("byReference", "hello")
                    .containsEntry("path", "null");
        }
    }

    @Test
    void a_context_tells_of_the_call() {
        try (var run = LocalFunctions.java("Surroundings", "memorySize: 256", "timeout: 5")) {
            assertThat(run.texts("{}"))
                    .containsEntry("function", "chat")
                    .containsEntry("memory", "256")
                    .containsEntry("inTime", "true")
                    .hasEntrySatisfying(
                            "requestId", id -> assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
            assertThat(run.lines).containsExactly("chat: called");
        }
    }

    @Test
    void what_was_not_deployed_is_not_there() {
        try (var run = LocalFunctions.java("Surroundings")) {
            assertThat(run.texts("{}")).containsEntry("tool", "false").containsEntry("jackson", "false");
        }
    }

    @Test
    void what_a_handler_prints_is_logged_under_its_name() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            run.answer("{\"do\":\"print\"}");
            assertThat(run.lines).containsExactly("chat: to out", "chat: to err", "chat: no end of line");
        }
    }

    @Test
    void what_a_handler_prints_is_also_told_to_who_called_it() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.printed("{\"do\":\"print\"}")).containsExactly("to out", "to err", "no end of line");
            assertThat(run.printed("{}")).isEmpty();
        }
    }

    @Test
    void as_many_environments_run_as_calls_are_under_way() {
        try (var run = LocalFunctions.java("Meeting", "timeout: 30")) {
            assertThat(run.callAtOnce(5, "5"))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Invocation.Answered.class));
        }
    }

    @Test
    void a_cold_start_is_told_once() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            run.answer("{}");
            run.answer("{}");
            assertThat(run.events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.text())
                            .startsWith("cold start of chat: ")
                            .contains("on Java "));
        }
    }
}
