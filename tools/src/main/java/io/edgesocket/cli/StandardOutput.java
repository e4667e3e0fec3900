package io.edgesocket.cli;

import io.edgesocket.cli.call.ExitCode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Standard output. Java's own writers ignore a failed write; this one remembers why it failed. */
final class StandardOutput extends FilterOutputStream {
    /**
     * The reason for a closed pipe, in most languages of systems. The reader of a pipe may stop early: that is no
     * error.
     */
    private static final Pattern NOBODY_READS = Pattern.compile("pipe", Pattern.CASE_INSENSITIVE);

    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream stream) {
        super(stream);
    }

    /** Always UTF-8: without a locale, Java would print the lines of a tree as question marks. */
    PrintWriter writer() {
        return new PrintWriter(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** The command's exit code; if the output failed, reports that and returns the code for it. */
    int exitCode(int exitCode, PrintWriter errors) {
        var reason = failure.map(IOException::getMessage)
                .filter(message -> !NOBODY_READS.matcher(message).find());
        reason.ifPresent(message -> errors.println(
                "error: can't write to standard output: " + message + "; make room, or write elsewhere with --output"));
        return reason.isPresent() ? ExitCode.USAGE : exitCode;
    }
}
