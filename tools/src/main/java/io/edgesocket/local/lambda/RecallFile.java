package io.edgesocket.local.lambda;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes calls back that were sent ahead to a process. It may be too busy to be asked, so it and this have a file in common with two
 * numbers of eight bytes: the last call that it has begun of those, and the last that it is not to begin any more.
 *
 * <p>Each writes its own number before it reads the other's, by system calls on the same page in memory. So at least one of the two
 * sees what the other has written: the process doesn't begin the call, or it is known here that it does. It is not thread-safe.
 */
final class RecallFile implements AutoCloseable {
    private static final int BEGUN = 0;
    private static final int RECALLED = Long.BYTES;

    private final TempFolder temp;
    private final Path path;
    private final RandomAccessFile file;
    private long recalled;

    private RecallFile(TempFolder temp, Path path, RandomAccessFile file) {
        this.temp = temp;
        this.path = path;
        this.file = file;
    }

    static RecallFile in(TempFolder temp) throws IOException {
        var path = Files.write(temp.newFile("recall"), new byte[RECALLED + Long.BYTES]);
        return new RecallFile(temp, path, new RandomAccessFile(path.toFile(), "rw"));
    }

    /** What the process is to have open as its file 5. */
    Path path() {
        return path;
    }

    /**
     * The process doesn't begin calls any more up to a number, unless it has already: it drops them. What was taken back before
     * stays so, though it may have a greater number: the process may not have come to it yet.
     *
     * @return the number of the last that it has begun; what comes after is surely not begun
     */
    long upTo(long last) {
        try {
            recalled = Math.max(recalled, last);
            file.seek(RECALLED);
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(recalled).array());
            file.seek(BEGUN);
            var begun = new byte[Long.BYTES];
            file.readFully(begun);
            return ByteBuffer.wrap(begun).getLong();
        } catch (IOException e) {
            return last; // the disk is broken or full: what can't be taken back stays where it is
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            temp.delete(path);
        }
    }
}
