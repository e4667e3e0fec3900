package io.edgesocket.cli.local;

import io.edgesocket.cli.call.Failures;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.StackChanges;
import io.edgesocket.local.lambda.code.CodeWatch;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.text.Printable;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the program again when what it is made of was saved, and has the running stack taken over from it. If the program
 * fails, or can't be played, the stack stays as it was.
 */
final class SavedStack {
    /** Of the names of one kind that are told. */
    private static final int TOLD = 6;

    private final PrintWriter people;
    private final StackWatch watch;
    private boolean broken;

    /** To be made before the program runs for the first time: what is saved after that is noticed. */
    SavedStack(StackOption stack, PrintWriter people) {
        this.people = people;
        this.watch = new StackWatch(stack.file(), stack::config, CodeWatch.PERIOD);
    }

    /** Takes up what was saved, once nothing more is being written. */
    void look(LocalRun run, ShownStack shown) {
        if (watch.isSaved()) {
            take(run, shown);
        }
    }

    private void take(LocalRun run, ShownStack shown) {
        try {
            var config = watch.take();
            var before = run.notPlayed();
            var registrations = StackOption.run(config, people);
            var changes = run.take(registrations);
            tell(changes, run, before);
            shown.taken(config, registrations, changes);
            run.warmUp();
            broken = false;
        } catch (RefusedStackException e) {
            tellOfFailure(new UsageException(e.getMessage()), shown);
        } catch (RuntimeException | StackOverflowError e) {
            tellOfFailure(e, shown);
        }
    }

    private void tell(StackChanges changes, LocalRun run, List<String> before) {
        if (!changes.isEmpty()) {
            people.println("Taken up: "
                    + Stream.of(
                                    told("added", changes.added()),
                                    told("changed", changes.changed()),
                                    told("removed", changes.removed()))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining("; ")));
            var known = new HashSet<>(before);
            run.notPlayed().stream()
                    .filter(line -> !known.contains(line))
                    .forEach(line -> people.println(Printable.of("not played     " + line)));
        } else if (broken) {
            people.println("It is right again, and the same as before.");
        }
    }

    private static Optional<String> told(String what, Collection<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var first = names.stream().limit(TOLD).map(Printable::of).collect(Collectors.joining(", "));
        var more = names.size() > TOLD ? " and " + (names.size() - TOLD) + " more" : "";
        return Optional.of(what + " " + first + more);
    }

    private void tellOfFailure(Throwable failure, ShownStack shown) {
        broken = true;
        Failures.report(failure, false, people);
        shown.refused(Failures.text(failure));
        people.println("Until then, the stack stays as it was.");
    }
}
