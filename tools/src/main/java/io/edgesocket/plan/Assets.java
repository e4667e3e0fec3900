package io.edgesocket.plan;

import static java.util.Comparator.comparing;

import io.edgesocket.engine.Value;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plan holds of a file: its path in the project and a hash of its content, never the content itself. */
final class Assets {
    private final Path folder;
    /** Each path is read once, because the functions of a stack contain the same libraries. */
    private final Map<Path, String> hashes = new HashMap<>();

    private final FileHashes files;

    /** @param folder the project's folder */
    Assets(Path folder) {
        this.folder = folder;
        files = FileHashes.of(folder);
    }

    /** Has the next plan know these files' hashes. */
    void keep() {
        files.keep();
    }

    /** Of a path outside the project only the file's name is kept: the rest would show folders of this machine. */
    String path(Value.FileAsset asset) {
        var path = Path.of(asset.path());
        if (!path.isAbsolute()) {
            return asset.path();
        }
        var root = folder.toAbsolutePath().normalize();
        return path.startsWith(root)
                ? slashed(root.relativize(path))
                : path.getFileName().toString();
    }

    /** Without the query string: it may hold a signature. */
    static String address(Value.RemoteAsset asset) {
        return asset.address().replaceFirst("\\?.*", "");
    }

    /**
     * The SHA-256 of a file; of a folder or an archive, that of its entries' names and hashes in order. Of a
     * remote file, that of its address: a plan downloads nothing.
     *
     * @throws UncheckedIOException if a file can't be read; the message is for the program's author
     */
    String hash(Value asset) {
        if (asset instanceof Value.InlineAsset inline) {
            return FileHashes.sha256(inline.text().getBytes(StandardCharsets.UTF_8));
        }
        if (asset instanceof Value.FileAsset file) {
            return hashes.computeIfAbsent(folder.resolve(file.path()), this::hash);
        }
        if (asset instanceof Value.RemoteAsset remote) {
            return FileHashes.sha256(address(remote).getBytes(StandardCharsets.UTF_8));
        }
        var entries = ((Value.AssetArchive) asset)
                .entries().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + hash(entry.getValue()))
                        .toList();
        return hashOf(entries);
    }

    private String hash(Path path) {
        try {
            return Files.isDirectory(path) ? hashOf(entries(path)) : files.sha256(path);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no file or folder " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + path + ": " + e.getMessage(), e);
        }
    }

    private List<String> entries(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).sorted(comparing(Assets::slashed)).toList().parallelStream()
                    .map(file -> slashed(directory.relativize(file)) + " " + hash(file))
                    .toList();
        }
    }

    /** The same on every platform. */
    private static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    private static String hashOf(List<String> entries) {
        return FileHashes.sha256(String.join("\n", entries).getBytes(StandardCharsets.UTF_8));
    }
}
