package io.edgesocket.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How Maven called the compiler for a program. The launcher copies it from Maven's log to {@code target/edgesocket.javac},
 * so nobody has to guess what a {@code pom.xml} means. The file doesn't exist if the program needs more than a compiler:
 * another language, annotation processors, generated sources.
 *
 * @param classPath the folders and jars that the sources use
 * @param sources   the folders of the sources
 * @param options   the other options, such as {@code --release}, without those for folders
 */
record CompilerCall(List<Path> classPath, List<Path> sources, List<String> options) {
    private static final String LOG = "[DEBUG] ";
    private static final String CLASS_PATH = LOG + "Classpath:";
    private static final String SOURCES = LOG + "Source roots:";
    private static final String COMMAND_LINE = LOG + "Command line options:";
    /** The first option after those that name folders. */
    private static final String FIRST_OPTION = " -proc:none";

    CompilerCall {
        classPath = List.copyOf(classPath);
        sources = List.copyOf(sources);
        options = List.copyOf(options);
    }

    /** @param folder the project's, which the paths in the file are relative to */
    static Optional<CompilerCall> in(Path folder, String file) {
        try {
            var path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(parse(folder, Files.readAllLines(path))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompilerCall parse(Path folder, List<String> log) {
        var classPath = paths(folder, log, CLASS_PATH);
        var sources = paths(folder, log, SOURCES);
        var commandLine = log.get(log.indexOf(COMMAND_LINE) + 1);
        var options =
                commandLine.substring(commandLine.lastIndexOf(FIRST_OPTION) + 1).split(" ");
        return new CompilerCall(classPath, sources, List.of(options));
    }

    /** Without the former classes: a source that is gone must be missed. */
    CompilerCall without(Path classes) {
        var others = classPath.stream().filter(path -> !path.equals(classes)).toList();
        return new CompilerCall(others, sources, options);
    }

    /** The lines below a title, each with a path after one more blank. */
    private static List<Path> paths(Path folder, List<String> log, String title) {
        var paths = new ArrayList<Path>();
        for (var line : log.subList(log.indexOf(title) + 1, log.size())) {
            if (!line.startsWith(LOG + " ")) {
                break;
            }
            paths.add(folder.resolve(line.substring(LOG.length() + 1)));
        }
        return paths;
    }
}
