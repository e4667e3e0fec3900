package io.edgesocket.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.Problem;
import io.edgesocket.engine.ProgramException;
import io.edgesocket.settings.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void a_line_break_in_a_message_makes_no_second_error() {
        var errors = new StringWriter();
        Failures.report(new UsageException("no stack \"a\nerror: forged\""), false, new PrintWriter(errors));
        assertThat(errors.toString()).isEqualTo("error: no stack \"a\n       error: forged\"\n");
    }

    @Test
    void each_problem_of_the_settings_is_an_error_of_one_line() {
        var wrong = new SettingsException(
                List.of(new Problem("a\nerror: x", "b\u001b[2J", "c"), new Problem("d", "e", "f")));
        var errors = new StringWriter();
        Failures.report(new ProgramException("not shown", wrong), false, new PrintWriter(errors));
        assertThat(errors.toString()).isEqualTo("error: a\\nerror: x: b\\u001b[2J; c\nerror: d: e; f\n");
    }

    @Test
    void of_many_problems_that_are_alike_the_first_are_told_and_the_others_counted() {
        var wrong = new SettingsException(IntStream.range(0, 200)
                .mapToObj(i -> new Problem("edgesocket:tags.t" + i, "found", "allowed"))
                .toList());
        var errors = new StringWriter();
        Failures.report(new ProgramException("not shown", wrong), false, new PrintWriter(errors));
        assertThat(errors.toString())
                .hasLineCount(11)
                .endsWith("error: edgesocket:tags: and 190 more like these; allowed\n");
    }

    @Test
    void a_file_that_this_machine_refuses_is_no_mistake_of_ours() {
        var errors = new StringWriter();
        var full = new FileSystemException("target/plan.json", null, "No space left on device");
        assertThat(Failures.report(new UncheckedIOException(full), false, new PrintWriter(errors)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).isEqualTo("error: target/plan.json: No space left on device\n");
    }

    @Test
    void a_file_of_another_user_is_no_mistake_of_ours() {
        var errors = new StringWriter();
        var denied = new AccessDeniedException("target/classes");
        assertThat(Failures.report(new UncheckedIOException(denied), false, new PrintWriter(errors)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString())
                .isEqualTo("error: target/classes: access denied; let your user read and change it, or remove it\n");
    }

    @Test
    void a_file_that_is_missing_without_a_user_s_doing_is_a_mistake_of_ours() {
        var errors = new StringWriter();
        var missing = new UncheckedIOException(new NoSuchFileException("target/x"));
        assertThat(Failures.report(missing, false, new PrintWriter(errors))).isEqualTo(ExitCode.INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, OutOfMemoryError.class, NoClassDefFoundError.class})
    void an_error_of_the_virtual_machine_is_reported_too(Class<? extends Error> type) throws Exception {
        var errors = new StringWriter();
        var crash = type.getDeclaredConstructor().newInstance();
        assertThat(Failures.report(crash, false, new PrintWriter(errors))).isEqualTo(ExitCode.INTERNAL);
        assertThat(errors.toString())
                .startsWith("error: " + type.getName() + "\nhelp: ")
                .doesNotContain("\tat ");
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
