package io.edgesocket.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file, and what a new project changes in it. What is to be changed has to be there: a change that finds
 * nothing would leave in a project what isn't its own.
 */
record SourceText(String file, String text) {

    /** A file of this repository, by its path there. */
    static SourceText ofRepository(String file) {
        return new SourceText(file, read("repository/" + file));
    }

    /** A file that only a new project has. */
    static SourceText ofProject(String file) {
        return new SourceText(file, read("project/" + file));
    }

    private static String read(String resource) {
        try (var content = SourceText.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("the tools come without " + resource);
            }
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SourceText replace(String found, String replacement) {
        return replaceAll(Pattern.quote(found), Matcher.quoteReplacement(replacement));
    }

    SourceText remove(String regex) {
        return replaceAll(regex, "");
    }

    SourceText replaceAll(String regex, String replacement) {
        var matcher = Pattern.compile(regex).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(file + ": there is no " + regex);
        }
        return new SourceText(file, matcher.replaceAll(replacement));
    }

    /** What stands between two texts, both of which stand there once, without them. */
    String between(String start, String end) {
        var from = text.indexOf(start);
        var to = text.indexOf(end, from + 1);
        if (from < 0 || to < 0) {
            throw new IllegalStateException(file + ": nothing stands between " + start + " and " + end);
        }
        return text.substring(from + start.length(), to);
    }

    /** Of a Java program: without the route of a key, as {@code .route("send", …)}. */
    SourceText withoutRoute(String key) {
        var route = Pattern.compile("\\s*\\.route\\(\\s*\"" + key + "\"").matcher(text);
        if (!route.find()) {
            throw new IllegalStateException(file + ": there is no route " + key);
        }
        var end = text.indexOf('(', route.start()) + 1;
        for (var open = 1; open > 0; end++) {
            open += switch (text.charAt(end)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
        }
        return new SourceText(file, text.substring(0, route.start()) + text.substring(end));
    }

    /** Of a Java file: with its imports in the order of their names, those of other packages among them. */
    SourceText withSortedImports() {
        var blocks = Pattern.compile("(?m)(^import (?!static ).*;\n)+").matcher(text);
        return new SourceText(
                file,
                blocks.replaceAll(block ->
                        Matcher.quoteReplacement(Arrays.stream(block.group().split("\n"))
                                .sorted()
                                .reduce("", (above, line) -> above + line + "\n"))));
    }

    @Override
    public String toString() {
        return text;
    }
}
