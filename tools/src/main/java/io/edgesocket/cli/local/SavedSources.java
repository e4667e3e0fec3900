package io.edgesocket.cli.local;

import io.edgesocket.cli.call.StackOption;
import io.edgesocket.compile.CompileException;
import io.edgesocket.compile.ProgramClasses;
import io.edgesocket.text.Printable;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compiles what is saved while a stack is played. If it doesn't compile, the last classes that did are played on. */
final class SavedSources {
    private final ProgramClasses classes;
    private final PrintWriter people;
    private final Consumer<Runnable> change;
    /** Whether the last attempt failed. */
    private boolean broken;

    /** @param change runs what changes the classes */
    SavedSources(ProgramClasses classes, PrintWriter people, Consumer<Runnable> change) {
        this.classes = classes;
        this.people = people;
        this.change = change;
    }

    /** Looks for what was saved, and compiles it. */
    void look() {
        try {
            var changed = classes.update(change);
            if (!changed.isEmpty()) {
                broken = false;
                tell(changed);
            } else if (broken && classes.areCurrent()) {
                broken = false;
                people.println("It compiles again, to the same classes as before.");
            }
        } catch (CompileException e) {
            broken = true;
            people.println(Printable.lines(e.getMessage()));
            people.println("Until this compiles, all stays as it was.");
        }
    }

    private void tell(Set<String> changed) {
        var mainClass = StackOption.program().mainClass();
        var names = changed.stream().map(SavedSources::topLevel).collect(Collectors.toCollection(TreeSet::new));
        if (names.remove(mainClass)) {
            people.println("Compiled " + mainClass + ".");
        }
        if (!names.isEmpty()) {
            people.println("Compiled " + String.join(", ", names) + ": used from the next call on.");
        }
    }

    private static String topLevel(String className) {
        return className.replaceFirst("\\$.*", "");
    }
}
