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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

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
        var missing = new TreeSet<String>();
        visit(
                folder,
                NODE_SOURCE,
                (file, text) -> NODE_IMPORT
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !isAbove(file, name))
                        .forEach(missing::add));
        return missing;
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
        var imported = new TreeSet<Path>();
        visit(folder, PYTHON_SOURCE, (file, text) -> {
            if (PYTHON_IMPORT.matcher(text).find()) {
                imported.add(file);
            }
        });
        return !imported.isEmpty();
    }

    private static void visit(Path folder, Pattern names, BiConsumer<Path, String> visitor) {
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
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                            if (names.matcher(file.getFileName().toString()).matches()) {
                                visitor.accept(file, Files.readString(file, ISO_8859_1));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException goneOrALoop) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
