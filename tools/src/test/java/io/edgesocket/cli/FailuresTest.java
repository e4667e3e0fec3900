package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A mistake of ours is told as one, with how to report it. */
class FailuresTest {
    private final StringWriter err = new StringWriter();

    @Test
    void it_ends_with_its_own_exit_code() {
        assertThat(run()).isEqualTo(ExitCode.INTERNAL);
    }

    @Test
    void it_says_how_to_report_it() {
        run();
        assertThat(err.toString()).contains("error: java.lang.IllegalStateException: broken", "Please report it");
    }

    @Test
    void it_shows_no_stack_trace() {
        run();
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void it_shows_one_when_asked() {
        run("--debug");
        assertThat(err.toString()).contains("\tat ");
    }

    private int run(String... arguments) {
        return new CommandLine(new Broken())
                .setExecutionExceptionHandler(new Failures())
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Command(name = "broken")
    private static final class Broken implements Callable<Integer> {
        @Mixin
        private DebugOption debug;

        @Override
        public Integer call() {
            throw new IllegalStateException("broken");
        }
    }
}
