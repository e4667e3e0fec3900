package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What becomes of a result that the screen, or what stands in its place, doesn't take. */
class StandardOutputTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void what_is_printed_arrives_in_UTF_8() {
        var bytes = new ByteArrayOutputStream();
        new StandardOutput(bytes).writer().println("├─ chat");
        assertThat(bytes).hasToString("├─ chat" + System.lineSeparator());
    }

    @Test
    void a_result_that_arrived_keeps_the_exit_code() {
        assertThat(exitCodeAfterPrintingTo(new ByteArrayOutputStream())).isEqualTo(ExitCode.FOUND);
        assertThat(errors).hasToString("");
    }

    @Test
    void a_full_disk_is_told_and_ends_with_2() {
        assertThat(exitCodeAfterPrintingTo(refusing("No space left on device"))).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).startsWith("error: can't write to standard output: No space left on device");
    }

    @Test
    void a_reader_that_has_read_enough_is_no_failure() {
        assertThat(exitCodeAfterPrintingTo(refusing("Broken pipe"))).isEqualTo(ExitCode.FOUND);
        assertThat(errors).hasToString("");
    }

    private int exitCodeAfterPrintingTo(OutputStream stream) {
        var output = new StandardOutput(stream);
        output.writer().println("plan");
        return output.exitCode(ExitCode.FOUND, new PrintWriter(errors, true));
    }

    private static OutputStream refusing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int character) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
