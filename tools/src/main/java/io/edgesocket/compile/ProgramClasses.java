package io.edgesocket.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The compiled classes of a program, in {@code target/classes}. They stay the last good ones as long as its sources don't
 * compile.
 */
public final class ProgramClasses {
    /** Its time is when the classes were last compiled: by the launcher's Maven, or here. */
    private static final String COMPILED = "target/edgesocket.compiled";

    private static final String CALL = "target/edgesocket.javac";
    private static final String CLASSES = "target/classes";

    private final Path folder;
    private final CompilerCall call;
    /** The change of a source that was last compiled here, whether it compiled or not. */
    private Instant attempted = Instant.MIN;

    private ProgramClasses(Path folder, CompilerCall call) {
        this.folder = folder;
        this.call = call;
    }

    /**
     * Those of a project that the launcher has built.
     *
     * @return nothing if only Maven can compile them
     */
    public static Optional<ProgramClasses> of(Path folder) {
        return CompilerCall.in(folder, CALL)
                .map(call -> call.without(folder.resolve(CLASSES)))
                .map(call -> new ProgramClasses(folder, call));
    }

    /**
     * Compiles the sources if one was saved, added or removed since the last time, whether they compiled then or not.
     *
     * @param replacing runs what replaces the classes, once all are compiled
     * @return the names of the classes that changed, added or removed ones among them
     * @throws CompileException if they don't compile
     */
    public Set<String> update(Consumer<Runnable> replacing) {
        try {
            var begun = Instant.now();
            var change = lastChange();
            if (!change.isAfter(latest(attempted, compiled()))) {
                return Set.of();
            }
            attempted = change;
            var changed = compile(folder.resolve(CLASSES), replacing);
            mark(begun);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the classes are those of the sources as they are now. */
    public boolean areCurrent() {
        try {
            return !lastChange().isAfter(compiled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, while nobody reads them. */
    public Set<String> update() {
        return update(Runnable::run);
    }

    /**
     * Compiles all sources into a folder.
     *
     * @return the names of the classes that changed there
     * @throws CompileException if they don't compile
     */
    public Set<String> compile(Path classes) {
        return compile(classes, Runnable::run);
    }

    private Set<String> compile(Path classes, Consumer<Runnable> replacing) {
        try (var compiled = new Compilation(folder, call)) {
            var changed = new TreeSet<String>();
            replacing.accept(() -> changed.addAll(compiled.moveTo(classes)));
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant lastChange() throws IOException {
        var last = Instant.MIN;
        for (var sources : call.sources()) {
            last = latest(last, SourceFiles.below(sources).lastChange());
        }
        return last;
    }

    private Instant compiled() throws IOException {
        try {
            return Files.getLastModifiedTime(folder.resolve(COMPILED)).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MIN;
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A source that is saved while the compiler runs is newer than this. */
    private void mark(Instant begun) throws IOException {
        var marker = folder.resolve(COMPILED);
        if (Files.notExists(marker)) {
            Files.createFile(marker);
        }
        Files.setLastModifiedTime(marker, FileTime.from(begun));
    }
}
