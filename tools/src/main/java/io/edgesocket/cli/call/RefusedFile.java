package io.edgesocket.cli.call;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** That this machine refuses something to do with a file: it is another user's, or the disk is full. No program is wrong then. */
final class RefusedFile {
    private RefusedFile() {}

    /** What a user can mend; empty if it is something else. */
    static Optional<String> in(Throwable failure) {
        return failure instanceof UncheckedIOException unchecked
                        && unchecked.getCause() instanceof FileSystemException refused
                ? reason(refused).map(reason -> refused.getFile() + ": " + reason)
                : Optional.empty();
    }

    /** The system's own words. There are none where a file is missing, say: that is a mistake of who expects it. */
    private static Optional<String> reason(FileSystemException refused) {
        return refused instanceof AccessDeniedException
                ? Optional.of("access denied; let your user read and change it, or remove it")
                : Optional.ofNullable(refused.getReason());
    }
}
