package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that is reviewed and committed, in {@code tools/src/test/resources/plans/}. After a change that is meant, write the
 * files anew and review what git says of them:
 * <pre>./mvnw test -Dgolden.refresh</pre>
 */
public final class Golden {
    private static final Path FOLDER = Path.of("tools", "src", "test", "resources", "plans");
    private static final boolean REFRESH = System.getProperty("golden.refresh") != null;

    private Golden() {}

    public static void assertMatches(String file, String actual) {
        var path = FOLDER.resolve(file);
        if (REFRESH) {
            write(path, actual);
        }
        assertThat(path)
                .as("missing; write it with: ./mvnw test -Dgolden.refresh")
                .exists();
        assertThat(actual)
                .as("%s; if this change is meant: ./mvnw test -Dgolden.refresh", path)
                .isEqualTo(read(path));
    }

    /** A plan that is kept there. */
    public static Plan plan(String file) {
        return PlanJson.read(read(FOLDER.resolve(file)));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
