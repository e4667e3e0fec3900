package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.pool.Invocation.TimedOut;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaFaultsTest {

    @Test
    void what_a_handler_throws_is_the_answer_and_is_logged() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.call("{\"do\":\"throw\"}"))
                    .isEqualTo(new Failed("java.lang.IllegalStateException", "no luck"));
            assertThat(run.lines).first().isEqualTo("chat: java.lang.IllegalStateException: no luck");
        }
    }

    @Test
    void an_environment_goes_on_after_an_error() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            run.call("{\"do\":\"throw\"}");
            assertThat(run.answer("{}")).hasToString("{\"calls\":2}");
        }
    }

    @Test
    void a_stack_that_overflows_is_an_error_like_any_other() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.call("{\"do\":\"overflow\"}")).isEqualTo(new Failed("java.lang.StackOverflowError", ""));
        }
    }

    @Test
    void an_event_that_does_not_fit_is_an_error() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.call("[1, 2]"))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.errorMessage()).contains("Cannot deserialize"));
        }
    }

    @Test
    void an_exit_ends_the_environment_and_not_the_tool() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.call("{\"do\":\"exit\"}"))
                    .isEqualTo(new Failed("Runtime.ExitError", "Runtime exited with error: exit status 3"));
            assertThat(run.answer("{}")).as("of another environment").hasToString("{\"calls\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "spin"})
    void a_call_that_takes_too_long_is_given_up_and_its_environment_replaced(String deed) {
        try (var run = LocalFunctions.java("Misbehaving", "timeout: 1")) {
            assertThat(run.call("{\"do\":\"" + deed + "\"}")).isEqualTo(new TimedOut(Duration.ofSeconds(1)));
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    @Test
    void a_flood_is_cut_short_and_says_so() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.answer("{\"do\":\"flood\"}")).hasToString("\"flooded\"");
            assertThat(run.lines)
                    .hasSizeLessThan(10 * LogBudget.LINES_PER_SECOND)
                    .contains("chat: … prints more than 500 lines a second; the rest is left out");
        }
    }

    @Test
    void an_answer_above_6_mb_is_refused() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.call("{\"do\":\"huge\"}"))
                    .isEqualTo(new Failed(
                            "Function.ResponseSizeTooLarge",
                            "Response payload size exceeded maximum allowed payload size (6291556 bytes)."));
        }
    }

    @Test
    void a_handler_that_can_t_be_made_fails_each_call_with_its_reason() {
        try (var run = LocalFunctions.java("BrokenStart")) {
            var failed = new Failed("java.lang.IllegalStateException", "TABLE is not set");
            assertThat(run.call("{}")).isEqualTo(failed);
            assertThat(run.callAtOnce(3, "{}")).containsOnly(failed);
        }
    }

    @Test
    void a_class_that_was_not_deployed_is_named() {
        try (var run = LocalFunctions.java("Missing")) {
            assertThat(run.call("{}"))
                    .isEqualTo(new Failed(
                            "java.lang.ClassNotFoundException", "io.edgesocket.local.lambda.handlers.Missing"));
        }
    }

    @Test
    void calls_beyond_the_reserved_concurrency_are_throttled() {
        try (var run = LocalFunctions.java("Misbehaving", "reservedConcurrentExecutions: 2", "timeout: 1")) {
            assertThat(run.callAtOnce(3, "{\"do\":\"hang\"}")).containsOnlyOnce(new Invocation.Throttled(2));
        }
    }

    @Test
    void calls_under_way_fail_at_the_end_of_the_run() {
        var run = LocalFunctions.java("Misbehaving");
        var call = run.begin("{\"do\":\"hang\"}");
        run.close();
        assertThat(call).isCompletedWithValueMatching(Failed.class::isInstance);
    }
}
