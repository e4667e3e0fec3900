package io.edgesocket.cli.call;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;

/** Writes to the file that the user named. It never replaces a link, a pipe or a device, but writes to its target. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Writes the text as the file's whole content. If that fails, a regular file stays as it was.
     *
     * @throws UsageException if it can't be written; the message says why
     */
    public static void write(Path file, String text) {
        if (Files.isDirectory(file)) {
            throw new UsageException("can't write " + file + ": it is a folder; name a file");
        }
        try {
            if (Files.isRegularFile(file)) {
                replace(file.toRealPath(), text);
            } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.writeString(file, text);
            } else {
                move(text, file.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UsageException("can't write " + file + ": " + reason(e));
        }
    }

    private static void replace(Path file, String text) throws IOException {
        if (!Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        move(text, file);
    }

    private static void move(String text, Path file) throws IOException {
        var part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (Files.exists(file)) {
                keepPermissions(file, part);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void keepPermissions(Path file, Path part) throws IOException {
        var view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view != null) { // Windows has no such view
            view.setPermissions(Files.getPosixFilePermissions(file));
        }
    }

    private static String reason(IOException e) {
        if (e.getClass() == IOException.class) { // what the system says: No space left on device
            return e.getMessage() + "; make room, or name a file elsewhere";
        }
        return e.getClass()
                        .getSimpleName()
                        .replace("Exception", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                + "; name a file in a folder that exists and may be written to";
    }
}
