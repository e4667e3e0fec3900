package io.edgesocket.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What a program may change in its process. Under Pulumi it has a process of its own; here it runs in ours. */
record ProcessState(
        Properties properties,
        PrintStream out,
        PrintStream err,
        Locale locale,
        TimeZone zone,
        ClassLoader context,
        Map<String, Level> logLevels) {

    static ProcessState now() {
        return new ProcessState(
                (Properties) System.getProperties().clone(),
                System.out,
                System.err,
                Locale.getDefault(),
                TimeZone.getDefault(),
                Thread.currentThread().getContextClassLoader(),
                levels());
    }

    /** Those that were set, by loggers' names. */
    private static Map<String, Level> levels() {
        var levels = new HashMap<String, Level>();
        LogManager.getLogManager()
                .getLoggerNames()
                .asIterator()
                .forEachRemaining(
                        name -> Optional.ofNullable(LogManager.getLogManager().getLogger(name))
                                .map(Logger::getLevel)
                                .ifPresent(level -> levels.put(name, level)));
        return levels;
    }

    /** Undoes what was changed since. */
    void restore() {
        restoreProperties();
        System.setOut(out);
        System.setErr(err);
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        Thread.currentThread().setContextClassLoader(context);
        try {
            LogManager.getLogManager().readConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        logLevels.forEach((name, level) -> Logger.getLogger(name).setLevel(level));
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
