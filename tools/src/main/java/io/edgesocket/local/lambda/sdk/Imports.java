package io.edgesocket.local.lambda.sdk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the sources of a function import of the AWS SDKs. */
public final class Imports {
    private static final Pattern NODE_SOURCE = Pattern.compile(".*\\.[mc]?js");
    private static final Pattern NODE_IMPORT = Pattern.compile(
            "(?:\\bfrom|\\bimport|require\\s*\\(|\\bimport\\s*\\()\\s*[\"'`](@(?:aws-sdk|smithy)/[a-z0-9-]+)");
    private static final Pattern PYTHON_SOURCE = Pattern.compile(".*\\.py");
    private static final Pattern PYTHON_IMPORT =
            Pattern.compile("(?m)^[ \\t]*(?:from|import)[ \\t][^#\\n]*\\b(?:boto3|botocore)\\b");

    private Imports() {}

    /**
     * The packages of the SDK that Node.js would look for and not find: neither beside the source nor in a folder above.
     *
     * @param folder the function's code
     */
    public static SortedSet<String> missingInNode(Path folder) {
        return sources(folder, NODE_SOURCE).stream()
                .flatMap(file -> NODE_IMPORT
                        .matcher(text(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !isAbove(file, name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAbove(Path file, String name) {
        for (var folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("node_modules").resolve(name))) {
                return true;
            }
        }
        return false;
    }

    /** Whether boto3 or what it is made of is imported, be it there or not. */
    public static boolean ofBoto3(Path folder) {
        return sources(folder, PYTHON_SOURCE).stream()
                .anyMatch(file -> PYTHON_IMPORT.matcher(text(file)).find());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path folder, Pattern names) {
        var sources = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                            return each.endsWith("node_modules")
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (names.matcher(file.getFileName().toString()).matches()) {
                                sources.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException goneOrALoop) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
