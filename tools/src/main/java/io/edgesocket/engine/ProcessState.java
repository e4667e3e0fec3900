package io.edgesocket.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.LogManager;

/** What a program may change in its process. Under Pulumi it has a process of its own; here it runs in ours. */
record ProcessState(Properties properties, PrintStream out, PrintStream err, Locale locale, ClassLoader context) {

    static ProcessState now() {
        return new ProcessState(
                (Properties) System.getProperties().clone(),
                System.out,
                System.err,
                Locale.getDefault(),
                Thread.currentThread().getContextClassLoader());
    }

    /** Undoes what was changed since. */
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

    /** Only the changed ones: another thread may set others at the same time. */
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
