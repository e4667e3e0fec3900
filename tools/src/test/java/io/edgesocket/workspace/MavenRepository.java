package io.edgesocket.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A local Maven repository that holds what {@code ./mvnw install} would put there, and nothing else: the rest is found in
 * the one that this build uses. Nothing is downloaded.
 *
 * @see <a href="https://maven.apache.org/resolver/configuration.html">maven.repo.local.tail</a>
 */
public record MavenRepository(Path folder) {
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>edgesocket-parent</artifactId>\\s*<version>([^<]+)</version>");

    /** With nothing of ours in it. */
    public static MavenRepository empty(Path folder) {
        return new MavenRepository(folder);
    }

    /** With the artifacts of a project that is built. */
    public static MavenRepository of(Project built, Path folder) {
        var repository = new MavenRepository(folder);
        repository.install(built, "edgesocket-parent", "pom.xml", "pom");
        for (var module : List.of("library", "users", "tools")) {
            repository.install(built, "edgesocket-" + module, module + "/pom.xml", "pom");
            repository.install(built, "edgesocket-" + module, module + "/target/edgesocket-" + module + ".jar", "jar");
        }
        return repository;
    }

    private void install(Project built, String artifact, String file, String type) {
        try {
            var version = version(built);
            var place = folder.resolve("io/edgesocket").resolve(artifact).resolve(version);
            Files.createDirectories(place);
            Files.copy(built.folder().resolve(file), place.resolve(artifact + "-" + version + "." + type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Project built) throws IOException {
        var found = VERSION.matcher(Files.readString(built.folder().resolve("pom.xml")));
        if (!found.find()) {
            throw new AssertionError("pom.xml has no version");
        }
        return found.group(1);
    }

    /** Has Maven use it, whoever starts Maven. */
    public Map<String, String> environment() {
        var own = System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
        return Map.of("MAVEN_ARGS", "--offline -Dmaven.repo.local=" + folder + " -Dmaven.repo.local.tail=" + own);
    }
}
