package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation.Failed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java handler runs in the process of the tool, whose variables are none of its business. */
@DisabledOnOs(OS.WINDOWS)
class JavaProcessesTest {

    private static LocalFunctions run() {
        return LocalFunctions.java("Processes", "timeout: 20", "environment: {variables: {GREETING: hello}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "reference", "start", "pipeline", "exec", "exec array", "exec null"})
    void what_it_starts_has_the_function_s_variables_and_none_of_the_tool_s(String way) {
        try (var run = run()) {
            assertThat(run.answer("{\"do\":\"" + way + "\"}").asText())
                    .contains("GREETING", "AWS_LAMBDA_FUNCTION_NAME")
                    .doesNotContain("PATH", "HOME");
        }
    }

    @Test
    void what_it_has_started_ends_with_it() {
        ProcessHandle child;
        try (var run = run()) {
            child = ProcessHandle.of(run.answer("{\"do\":\"fork\"}").asLong()).orElseThrow();
            assertThat(child.isAlive()).isTrue();
        }
        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "halt"})
    void an_end_of_the_runtime_ends_the_environment_alone(String way) {
        try (var run = run()) {
            assertThat(run.call("{\"do\":\"" + way + "\"}"))
                    .isEqualTo(new Failed("Runtime.ExitError", "Runtime exited with error: exit status 9"));
            assertThat(run.answer("{\"do\":\"environment\"}").asText()).contains("GREETING");
        }
    }
}
