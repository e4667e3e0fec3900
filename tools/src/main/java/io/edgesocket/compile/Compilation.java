package io.edgesocket.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * One run of {@code javac} over all of a program's sources, into a folder of its own beside the classes: a program that
 * doesn't compile leaves the former classes as they are.
 */
final class Compilation implements AutoCloseable {
    private static final String SUFFIX = ".class";

    private final Path folder;
    private final List<Path> sources;
    private final Path output;

    /** @throws CompileException if the sources don't compile */
    Compilation(Path folder, CompilerCall call) throws IOException {
        this.folder = folder;
        this.sources = call.sources();
        var target = folder.resolve("target");
        if (!Files.isWritable(target)) {
            throw new CompileException("the sources are newer than the classes in " + target.toAbsolutePath()
                    + ", which is not writable: make it writable, or compile a copy elsewhere");
        }
        this.output = Files.createTempDirectory(target, "compiling-");
        try {
            run(call);
        } catch (CompileException | IOException e) {
            close();
            throw e;
        }
    }

    private void run(CompilerCall call) throws IOException {
        var sourceFiles = new ArrayList<Path>();
        for (var root : sources) {
            sourceFiles.addAll(SourceFiles.below(root).files());
        }
        if (sourceFiles.isEmpty()) {
            return;
        }
        var compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() ->
                        new CompileException("this Java has no compiler: install a JDK, or set JAVA_HOME to one"));
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(found, Locale.ROOT, UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, call.classPath());
            var task = compiler.getTask(
                    null, files, found, call.options(), null, files.getJavaFileObjectsFromPaths(sourceFiles));
            if (!task.call()) {
                throw new CompileException(messages(found.getDiagnostics()));
            }
        }
    }

    private String messages(List<Diagnostic<? extends JavaFileObject>> found) {
        var lines = new ArrayList<String>();
        for (var each : found) {
            if (each.getKind() != Diagnostic.Kind.NOTE) { // a warning is an error's reason with -Werror
                lines.add(shown(each));
            }
        }
        return String.join("\n", lines);
    }

    /** As {@code javac} shows it, with the file's path as the user knows it. */
    private String shown(Diagnostic<?> error) {
        var root = folder.toAbsolutePath().normalize() + folder.getFileSystem().getSeparator();
        return error.toString().replace(root, "");
    }

    /**
     * Replaces the classes that differ, and removes those that have no source any more.
     *
     * @return their names
     */
    Set<String> moveTo(Path classes) {
        var changed = new TreeSet<String>();
        try {
            Files.createDirectories(classes);
            for (var former : classFiles(classes)) {
                if (Files.notExists(output.resolve(former)) && !isMadeByMaven(former)) {
                    Files.delete(classes.resolve(former));
                    changed.add(className(former));
                }
            }
            for (var compiled : classFiles(output)) {
                if (replace(classes.resolve(compiled), output.resolve(compiled))) {
                    changed.add(className(compiled));
                }
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maven makes a class of each {@code package-info.java}; the compiler only if it has annotations. */
    private boolean isMadeByMaven(Path file) {
        return file.endsWith("package-info" + SUFFIX)
                && sources.stream()
                        .anyMatch(root -> Files.exists(root.resolve(file).resolveSibling("package-info.java")));
    }

    /** Relative to the folder. */
    private static List<Path> classFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(folder::relativize)
                    .toList();
        }
    }

    private static boolean replace(Path former, Path compiled) throws IOException {
        if (Files.exists(former) && Files.mismatch(former, compiled) < 0) {
            return false;
        }
        Files.createDirectories(former.getParent());
        Files.move(compiled, former, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static String className(Path file) {
        var name = file.toString().replace(File.separatorChar, '.');
        return name.substring(0, name.length() - SUFFIX.length());
    }

    @Override
    public void close() throws IOException {
        MoreFiles.deleteRecursively(output, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}
