package io.edgesocket.local.lambda.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A function's code as it lies in {@code /var/task}. A folder that is deployed as it is stays where it is; anything
 * else is put together in a folder of its own, of links to the sources.
 *
 * @param root    stands for {@code /var/task}
 * @param sources the files and folders that it was made from
 */
public record TaskFolder(Path root, List<Path> sources) {
    public TaskFolder {
        sources = List.copyOf(sources);
    }

    /** Whether it is a folder of the user's own. */
    public boolean isSource() {
        return sources.contains(root);
    }

    /**
     * @param code    {@code {"$archive": path}} or {@code {"$archive": {entry: asset}}}
     * @param project where paths start
     * @param staging a folder to put it together in, if it has to be
     */
    static TaskFolder of(JsonNode code, Path project, Path staging) {
        var archive = code.path("$archive");
        if (archive.isTextual() && Files.isDirectory(project.resolve(archive.asText()))) {
            var folder = project.resolve(archive.asText());
            return new TaskFolder(folder, List.of(folder));
        }
        try {
            return new TaskFolder(staging, put(code, project, staging).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("can't put the function's code together: " + e.getMessage(), e);
        }
    }

    /** The sources of what was put in place. */
    private static Stream<Path> put(JsonNode asset, Path project, Path place) throws IOException {
        if (asset.has("$text")) {
            Files.createDirectories(place.getParent());
            Files.writeString(place, asset.path("$text").asText());
            return Stream.empty();
        }
        var entries = asset.path("$archive");
        if (entries.isObject()) {
            Files.createDirectories(place);
            var sources = Stream.<Path>empty();
            for (var entry : entries.properties()) {
                sources = Stream.concat(sources, put(entry.getValue(), project, place.resolve(entry.getKey())));
            }
            return sources;
        }
        return Stream.of(putFile(
                project.resolve((asset.has("$file") ? asset.path("$file") : entries).asText()),
                entries.isTextual(),
                place));
    }

    private static Path putFile(Path source, boolean archive, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        if (archive && Files.isRegularFile(source)) {
            unzip(source, place);
        } else {
            Files.createSymbolicLink(place, source.toAbsolutePath());
        }
        return source;
    }

    private static void unzip(Path archive, Path place) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                var file = place.resolve(entry.getName()).normalize();
                if (!file.startsWith(place)) {
                    throw new IOException(archive + " has an entry outside of itself: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
    }
}
