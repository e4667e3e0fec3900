package io.edgesocket.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who copies a page's Java learns from the page where our classes are. */
class ImportsInPagesTest {
    private static final Path LIBRARY = Path.of("library/src/main/java");
    private static final Pattern CLASS = Pattern.compile("(?<![.\\w\"])[A-Z]\\w+");

    static Stream<Page> pages() {
        return Page.all().filter(page -> page.blocks("java").findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_class_s_package_stands_on_the_page(Page page) throws IOException {
        var packages = packages();
        var used = page.blocks("java")
                .flatMap(block -> CLASS.matcher(block).results())
                .map(found -> packages.get(found.group()))
                .filter(found -> found != null)
                .distinct();

        assertThat(used).allSatisfy(name -> assertThat(page.text()).containsPattern(name + "\\.(\\*|[A-Z])"));
    }

    /** By the classes' names. */
    private static Map<String, String> packages() throws IOException {
        try (var files = Files.walk(LIBRARY)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> LIBRARY.relativize(file.getParent())
                                    .toString()
                                    .replace(File.separatorChar, '.'),
                            (one, other) -> one));
        }
    }
}
