package io.edgesocket.components.site;

import io.edgesocket.components.internal.Problems;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a site's folder.
 *
 * @param all      each by its key, which is its path in the folder with slashes; as a path from the project's folder
 * @param problems what must not be published, with the reason
 */
record SiteFiles(Map<String, String> all, List<Refused> problems) {
    private static final String WELL_KNOWN = ".well-known";
    /** What macOS writes into a folder that was looked at. */
    private static final String DS_STORE = ".DS_Store";
    /** Bytes of a key in UTF-8. */
    private static final int KEY_MAX = 1_024;

    /** @param because what is wrong, and what to do */
    private record Refused(String key, String because) {}

    static boolean isReadable(Path folder) {
        return !folder.isAbsolute() && Files.isDirectory(folder) && Files.isReadable(folder);
    }

    static void check(Problems problems, Path folder) {
        if (folder.isAbsolute()) {
            problems.add("folder", "\"" + folder + '"', "a folder relative to the project's, such as site/dist");
        } else if (!isReadable(folder)) {
            problems.add(
                    "folder",
                    "there is no folder " + slashed(folder),
                    "the folder that the site's build writes, relative to the project's");
        } else {
            var files = of(folder);
            files.problems.forEach(refused -> problems.add("folder", refused.key, refused.because));
            problems.unless(
                    !files.all.isEmpty() || !files.problems.isEmpty(),
                    "folder",
                    slashed(folder) + " has no files",
                    "the folder that the site's build writes: build it first");
        }
    }

    static SiteFiles of(Path folder) {
        var files = new TreeMap<String, String>();
        var refused = new ArrayList<Refused>();
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted().toList()) {
                add(folder, path, files, refused);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SiteFiles(files, refused);
    }

    private static void add(Path folder, Path path, Map<String, String> files, List<Refused> refused)
            throws IOException {
        var key = slashed(folder.relativize(path));
        if (Files.isSymbolicLink(path) && !leadsToFileWithin(folder, path)) {
            refused.add(new Refused(
                    key,
                    "a link that leads out of the folder, to a folder or nowhere: put the files themselves there"));
        } else if (Files.isRegularFile(path) && !path.endsWith(DS_STORE)) {
            if (isHidden(key)) {
                refused.add(new Refused(
                        key, "a name that begins with a dot isn't published, unless below .well-known: take it away"));
            } else if (key.getBytes(StandardCharsets.UTF_8).length > KEY_MAX) {
                refused.add(new Refused(key, "a key in S3 has at most " + KEY_MAX + " bytes"));
            } else {
                files.put(key, slashed(path));
            }
        }
    }

    private static boolean leadsToFileWithin(Path folder, Path link) throws IOException {
        return Files.isRegularFile(link) && link.toRealPath().startsWith(folder.toRealPath());
    }

    private static boolean isHidden(String key) {
        for (var part : key.split("/")) {
            if (part.startsWith(".") && !part.equals(WELL_KNOWN)) {
                return true;
            }
        }
        return false;
    }

    private static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
