package io.edgesocket.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.LogManager;

/** What a program may set for a whole process: that was its own when Pulumi ran it, and isn't here. */
record ProcessState(Properties properties, PrintStream out, PrintStream err, Locale locale, ClassLoader context) {

    static ProcessState now() {
        return new ProcessState(
                (Properties) System.getProperties().clone(),
                System.out,
                System.err,
                Locale.getDefault(),
                Thread.currentThread().getContextClassLoader());
    }

    /** Puts back what was changed since. */
    void restore() {
        restoreProperties();
        System.setOut(out);
        System.setErr(err);
        Locale.setDefault(locale);
        Thread.currentThread().setContextClassLoader(context);
        try {
            LogManager.getLogManager().readConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One by one: another thread may have set others meanwhile. */
    private void restoreProperties() {
        var now = System.getProperties();
        var keys = new HashSet<>(properties.keySet());
        keys.addAll(now.keySet());
        for (var key : keys) {
            var before = properties.get(key);
            if (!Objects.equals(before, now.get(key))) {
                now.compute(key, (same, changed) -> before);
            }
        }
    }
}
