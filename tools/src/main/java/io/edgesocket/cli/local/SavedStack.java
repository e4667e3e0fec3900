package io.edgesocket.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.cli.call.Failures;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.StackChanges;
import io.edgesocket.local.lambda.code.CodeWatch;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the program again when what it is made of was saved, and has the running stack taken over from it. If the program
 * fails, or can't be played, the stack stays as it was.
 *
 * <p>Watched are the compiled classes, all below {@code src/main}, the project's and the stack's file, and the files that
 * the stack's settings name.
 */
final class SavedStack {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of the names of one kind that are told. */
    private static final int TOLD = 6;

    private final StackOption stack;
    private final PrintWriter people;
    private CodeWatch watch;
    /** What was taken up last. */
    private long taken;
    /** What the last look saw: while files are being written, each look sees something else. */
    private long seen;

    private boolean broken;

    /** To be made before the program runs for the first time: what is saved after that is noticed. */
    SavedStack(StackOption stack, PrintWriter people) {
        this.stack = stack;
        this.people = people;
        watchFor(stack.config());
    }

    private void watchFor(StackConfig config) {
        var sources = Stream.concat(
                Stream.of("target/classes", "src/main", "Pulumi.yaml").map(StackOption.FOLDER::resolve),
                Stream.concat(Stream.of(stack.file()), named(config)));
        watch = new CodeWatch(sources.distinct().toList(), CodeWatch.PERIOD);
        taken = watch.version();
        seen = taken;
    }

    /** The files that settings name, such as that of a CloudFront Function. */
    private static Stream<Path> named(StackConfig config) {
        return config.values().values().stream().flatMap(SavedStack::texts).flatMap(text -> file(text).stream());
    }

    private static Stream<String> texts(String value) {
        try {
            var json = JSON.readTree(value);
            return json.isContainerNode() ? leaves(json).stream() : Stream.of(value);
        } catch (IOException noJson) {
            return Stream.of(value);
        }
    }

    private static List<String> leaves(JsonNode json) {
        var texts = new ArrayList<String>();
        json.forEach(value -> texts.addAll(value.isContainerNode() ? leaves(value) : List.of(value.asText())));
        return texts;
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(StackOption.FOLDER.resolve(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** Takes up what was saved, once nothing more is being written. */
    void look(LocalRun run, ShownStack shown) {
        var version = watch.version();
        if (version != taken && version == seen) {
            taken = version;
            take(run, shown);
        }
        seen = version;
    }

    private void take(LocalRun run, ShownStack shown) {
        try {
            var config = stack.config();
            watchFor(config);
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
