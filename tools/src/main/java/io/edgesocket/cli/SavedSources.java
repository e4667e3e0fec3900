package io.edgesocket.cli;

import io.edgesocket.compile.CompileException;
import io.edgesocket.compile.ProgramClasses;
import io.edgesocket.text.Printable;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Compiles what is saved while a stack is played. If it doesn't compile, the last classes that did are played on. */
final class SavedSources {
    private static final long PERIOD_MILLISECONDS = 200;

    private final ProgramClasses classes;
    private final PrintWriter people;
    private final Runnable codeChanged;
    /** Whether the last attempt failed: used by the watching thread alone. */
    private boolean broken;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(run -> {
        var thread = new Thread(run, "saved sources");
        thread.setDaemon(true);
        return thread;
    });

    SavedSources(ProgramClasses classes, PrintWriter people, Runnable codeChanged) {
        this.classes = classes;
        this.people = people;
        this.codeChanged = codeChanged;
    }

    void watch() {
        watch.scheduleWithFixedDelay(this::compile, PERIOD_MILLISECONDS, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void compile() {
        try {
            var changed = classes.update();
            if (!changed.isEmpty()) {
                broken = false;
                codeChanged.run();
                tell(changed);
            } else if (broken && classes.areCurrent()) {
                broken = false;
                people.println("It compiles again, to the same classes as before.");
            }
        } catch (CompileException e) {
            broken = true;
            people.println(Printable.lines(e.getMessage()));
            people.println("The functions stay as they were until this compiles.");
        } catch (Throwable e) { // every error: what is thrown here would end the watch without a word
            people.println("What was saved can't be compiled: " + Printable.of(e.toString()));
        }
        people.flush();
    }

    private void tell(Set<String> changed) {
        var mainClass = StackOption.program().mainClass();
        var names = changed.stream().map(SavedSources::topLevel).collect(Collectors.toCollection(TreeSet::new));
        if (names.remove(mainClass)) {
            people.println("Compiled " + mainClass + ": start again to play what it changes.");
        }
        if (!names.isEmpty()) {
            people.println("Compiled " + String.join(", ", names) + ": used from the next call on.");
        }
    }

    private static String topLevel(String className) {
        return className.replaceFirst("\\$.*", "");
    }
}
