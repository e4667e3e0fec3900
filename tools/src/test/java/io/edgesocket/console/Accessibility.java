package io.edgesocket.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What axe finds, by the rules of WCAG 2.2 AA. It comes from npm, as {@code .ci/run} has it. */
final class Accessibility {
    private Accessibility() {}

    private static Optional<Path> axe() {
        return Optional.ofNullable(System.getenv("NODE_PATH"))
                .map(folder -> Path.of(folder, "axe-core", "axe.min.js"))
                .filter(Files::isRegularFile);
    }

    static void assumeAxe() {
        assumeTrue(axe().isPresent(), "there is no axe-core in NODE_PATH");
    }

    /** One line each: the rule, and the element. */
    @SuppressWarnings("unchecked")
    static List<String> findings(Browser browser) {
        try {
            browser.run(Files.readString(axe().orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<String>) browser.runAsync("const done = arguments[arguments.length - 1];"
                + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                + ".then(result => done(result.violations.flatMap(rule => rule.nodes.map("
                + "node => rule.id + ': ' + node.html + ' ' + node.failureSummary))))");
    }
}
