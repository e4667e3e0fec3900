package io.edgesocket.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, and what stands in its fenced blocks. */
record Page(Path file) {
    private static final Pattern DIALOGUE = Pattern.compile("\\$ (.*)\n((?:(?!\\$ ).*\n)*)");

    /** A command, and what it prints. */
    record Dialogue(String command, String printed) {}

    static Stream<Page> all() {
        try (var pages = Files.list(Path.of("docs"))) {
            var all = Stream.concat(Stream.of(Path.of("README.md")), pages.sorted().toList().stream());
            return all.filter(file -> file.toString().endsWith(".md")).map(Page::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Dialogue> dialogues() {
        return blocks("console")
                .flatMap(block -> DIALOGUE.matcher(block).results())
                .map(match -> new Dialogue(match.group(1), match.group(2)));
    }

    /** @param language what stands behind the opening fence */
    Stream<String> blocks(String language) {
        return Pattern.compile("(?m)^```" + language + "\n((?:(?!```).*\n)*)```$")
                .matcher(text())
                .results()
                .map(match -> match.group(1));
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
