package io.edgesocket.local.lambda.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notices that files have changed, by their names, sizes and times. */
public final class CodeWatch {
    /** How often the files are looked at, at most. */
    public static final Duration PERIOD = Duration.ofMillis(200);
    /** Looking takes at most one part in so many of the time, even with many files. */
    private static final int SHARE = 20;

    private final List<Path> sources;
    private final Duration period;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long version;
    private volatile long next;
    private volatile boolean told;

    /**
     * @param sources files and folders; those that aren't there may come
     * @param period  the time between looks; zero to look each time
     */
    public CodeWatch(List<Path> sources, Duration period) {
        this.sources = sources;
        this.period = period;
        this.version = look();
    }

    boolean isDue() {
        return (told || System.nanoTime() - next >= 0) && !looking.get();
    }

    /** Somebody knows that a file has changed: the next look doesn't wait for its time. */
    void tell() {
        told = true;
    }

    /** The same as long as nothing changes. */
    public long version() {
        if (isDue() && looking.compareAndSet(false, true)) {
            told = false;
            try {
                version = look();
            } finally {
                looking.set(false);
            }
        }
        return version;
    }

    /** As the last look found it. */
    long known() {
        return version;
    }

    private long look() {
        var begun = System.nanoTime();
        var seen = 1L;
        for (var source : sources) {
            seen = 31 * seen + look(source);
        }
        var end = System.nanoTime();
        next = period.isZero() ? end : end + Math.max(period.toNanos(), SHARE * (end - begun));
        return seen;
    }

    private static long look(Path source) {
        var files = new Sum();
        try {
            Files.walkFileTree(source, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.sum;
    }

    /** Does not depend on the order of the files. A file that is deleted meanwhile counts as not there. */
    private static final class Sum extends SimpleFileVisitor<Path> {
        private long sum;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum += (31L * file.hashCode() + attributes.lastModifiedTime().hashCode()) * 31 + attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
