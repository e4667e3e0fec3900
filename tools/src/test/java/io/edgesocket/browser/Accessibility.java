package io.edgesocket.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What axe finds, by the rules of WCAG 2.2 AA. It comes from npm, as {@code .ci/run} has it. */
public final class Accessibility {
    private Accessibility() {}

    private static Optional<Path> axe() {
        return Optional.ofNullable(System.getenv("NODE_PATH"))
                .map(folder -> Path.of(folder, "axe-core", "axe.min.js"))
                .filter(Files::isRegularFile);
    }

    public static void assumeAxe() {
        assumeTrue(axe().isPresent(), "there is no axe-core in NODE_PATH");
    }

    private static String source() {
        try {
            return Files.readString(axe().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line each: the rule, and the element. */
    @SuppressWarnings("unchecked")
    public static List<String> findings(Browser browser) {
        if (browser.run("return typeof axe").equals("undefined")) {
            browser.run(source());
        }
        return (List<String>) browser.runAsync("const done = arguments[arguments.length - 1];"
                + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                + ".then(result => done(result.violations.flatMap(rule => rule.nodes.map("
                + "node => rule.id + ': ' + node.html + ' ' + node.failureSummary))))");
    }
}
