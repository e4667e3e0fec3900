package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Cuts the output of one environment into lines. A very long line becomes several. */
final class LineLog extends OutputStream {
    /** Bytes of one line; what is longer comes as several. */
    static final int LINE_MAX = 8_192;

    private final LogBudget log;
    private final Supplier<Consumer<String>> alsoTo;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param alsoTo who else is told of a line, asked when it ends */
    LineLog(LogBudget log, Supplier<Consumer<String>> alsoTo) {
        this.log = log;
        this.alsoTo = alsoTo;
    }

    @Override
    public synchronized void write(int one) {
        if (one == '\n') {
            end();
        } else if (one != '\r') {
            line.write(one);
            if (line.size() == LINE_MAX) {
                end();
            }
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (var i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** Passes on a line that has no line break yet. */
    synchronized void endStarted() {
        if (line.size() > 0) {
            end();
        }
    }

    private void end() {
        if (log.admits()) {
            var text = line.toString(UTF_8);
            log.add(text);
            alsoTo.get().accept(text);
        }
        line.reset();
    }
}
