package io.edgesocket.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Standard output, which Java's own writers give up in silence: this one remembers why it was not written. */
final class StandardOutput extends FilterOutputStream {
    /** As systems say it in most languages. Whoever reads a pipe may stop when they have read enough. */
    private static final Pattern NOBODY_READS = Pattern.compile("pipe", Pattern.CASE_INSENSITIVE);

    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream stream) {
        super(stream);
    }

    /** Trees are drawn with characters that a machine without a locale would print as question marks. */
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

    /** The command's exit code, or that of a result that did not arrive, which is told. */
    int exitCode(int exitCode, PrintWriter errors) {
        var reason = failure.map(IOException::getMessage)
                .filter(message -> !NOBODY_READS.matcher(message).find());
        reason.ifPresent(message -> errors.println(
                "error: can't write to standard output: " + message + "; make room, or write elsewhere with --output"));
        return reason.isPresent() ? ExitCode.USAGE : exitCode;
    }
}
