package io.edgesocket.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(int version, Path home) {
    private static final int OLDEST_SUPPORTED = 17;

    /** The two that differ most, of those beside the one that runs this and those that the environment names. */
    static List<Jdk> oldestAndNewest() {
        var found = new TreeMap<Integer, Jdk>();
        candidates()
                .flatMap(home -> of(home).stream())
                .filter(jdk -> jdk.version >= OLDEST_SUPPORTED)
                .forEach(jdk -> found.putIfAbsent(jdk.version, jdk));
        return Stream.of(found.firstEntry(), found.lastEntry())
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    Map<String, String> environment() {
        return Map.of("JAVA_HOME", home.toString(), "PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }

    private static Stream<Path> candidates() {
        var running = Path.of(System.getProperty("java.home"));
        var named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(variable -> Path.of(variable.getValue()));
        try (var beside = Files.list(running.toAbsolutePath().getParent())) {
            return Stream.of(Stream.of(running), named, beside.sorted(Comparator.naturalOrder()).toList().stream())
                    .flatMap(homes -> homes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> of(Path home) {
        if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(home.resolve("release"))) {
            return Optional.empty();
        }
        try (var release = Files.newBufferedReader(home.resolve("release"))) {
            var properties = new Properties();
            properties.load(release);
            var version =
                    properties.getProperty("JAVA_VERSION", "0").replace("\"", ""); // 17.0.9, 26-ea; of JDK 8, 1.8.0_432
            return Optional.of(new Jdk(Integer.parseInt(version.split("\\D")[0]), home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
