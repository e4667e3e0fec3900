package io.edgesocket.local.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.MimeTypes;

/**
 * The files of a folder, each under the key that {@code aws s3 sync} would give it. A key leads nowhere but to a file in
 * the folder: it has no part that is empty, {@code .} or {@code ..}, case counts as in S3, and a link that leads out of the
 * folder is none of its files.
 */
record FolderFiles(Path folder) implements Bucket.Files {
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");
    /** What S3 says of what it was told nothing of. */
    private static final String UNKNOWN = "binary/octet-stream";

    @Override
    public Optional<StoredFile> find(String key) {
        for (var part : key.split("/", -1)) {
            if (NO_NAMES.contains(part) || part.indexOf('\\') >= 0 || part.indexOf('\0') >= 0) {
                return Optional.empty();
            }
        }
        try {
            return inside(folder.toRealPath(), key).map(file -> new StoredFile(new StoredFile.OnDisk(file), type(key)));
        } catch (IOException | InvalidPathException noFile) {
            return Optional.empty();
        }
    }

    private static Optional<Path> inside(Path root, String key) throws IOException {
        var file = root.resolve(key);
        var asWritten = file.toRealPath(LinkOption.NOFOLLOW_LINKS); // as the disk has it, upper and lower case too
        var real = file.toRealPath();
        return asWritten.equals(file) && real.startsWith(root) && Files.isRegularFile(real)
                ? Optional.of(real)
                : Optional.empty();
    }

    private static Map<String, String> type(String key) {
        return Map.of(
                "Content-Type",
                Optional.ofNullable(MimeTypes.DEFAULTS.getMimeByExtension(key)).orElse(UNKNOWN));
    }
}
