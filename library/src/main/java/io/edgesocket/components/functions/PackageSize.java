package io.edgesocket.components.functions;

import io.edgesocket.components.internal.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * How big a function's package is: some folders, and all below them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
 */
record PackageSize(List<Path> files, long bytes) {
    static final long MAX_BYTES = 250L << 20;
    static final long ZIPPED_MAX_BYTES = 50L << 20;

    static void check(Problems problems, List<Path> folders) {
        try {
            check(problems, of(folders));
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add("code", "can't be read: " + unreadable.getMessage(), "files that this user may read");
        }
    }

    private static void check(Problems problems, PackageSize size) throws IOException {
        if (size.bytes > MAX_BYTES) {
            problems.add("code", megabytes(size.bytes) + " MB", "at most " + megabytes(MAX_BYTES) + " MB of files");
        } else if (size.bytes > ZIPPED_MAX_BYTES) { // zipping is slow, and a smaller package always fits
            var zipped = size.zippedBytes();
            problems.unless(
                    zipped <= ZIPPED_MAX_BYTES,
                    "code",
                    megabytes(zipped) + " MB when zipped",
                    "at most " + megabytes(ZIPPED_MAX_BYTES) + " MB when zipped");
        }
    }

    static PackageSize of(List<Path> folders) throws IOException {
        var files = new ArrayList<Path>();
        long bytes = 0;
        for (var folder : folders) {
            try (var all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        for (var file : files) {
            bytes += Files.size(file);
        }
        return new PackageSize(files, bytes);
    }

    /** What the files' contents take when compressed; a zip file adds some hundred bytes a file. */
    long zippedBytes() throws IOException {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var zip = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
            for (var file : files) {
                Files.copy(file, zip);
            }
            zip.finish();
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }

    /** Rounded up, so that what is over a limit never reads as the limit. */
    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
