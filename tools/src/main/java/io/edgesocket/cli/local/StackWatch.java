package io.edgesocket.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.lambda.code.CodeWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Notices that something was saved of which a stack is made: the compiled classes, all below {@code src/main}, the
 * project's and the stack's file, and the files that the stack's settings name.
 */
final class StackWatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path stackFile;
    private final Supplier<StackConfig> config;
    private final Duration period;
    private CodeWatch watch;
    /** What was taken up last. */
    private long taken;
    /** What the last look saw: while files are being written, each look sees something else. */
    private long seen;

    /**
     * What is saved from now on is noticed.
     *
     * @param config reads the stack's configuration as it is saved
     * @param period the time between looks at the files; zero to look each time
     */
    StackWatch(Path stackFile, Supplier<StackConfig> config, Duration period) {
        this.stackFile = stackFile;
        this.config = config;
        this.period = period;
        watchFor(config.get());
    }

    /** Whether something was saved that is not taken up, and nothing more is being written. True once for each save. */
    boolean isSaved() {
        var version = watch.version();
        var whole = version != taken && version == seen;
        if (whole) {
            taken = version;
        }
        seen = version;
        return whole;
    }

    /**
     * The stack's configuration as it is saved now. It is read twice: which files are watched is known from it, and what
     * is saved after it was read must be noticed.
     */
    StackConfig take() {
        watchFor(config.get());
        return config.get();
    }

    private void watchFor(StackConfig known) {
        var sources = Stream.concat(
                Stream.of("target/classes", "src/main", "Pulumi.yaml").map(StackOption.FOLDER::resolve),
                Stream.concat(Stream.of(stackFile), named(known)));
        watch = new CodeWatch(sources.distinct().toList(), period);
        taken = watch.version();
        seen = taken;
    }

    /** The files that settings name, such as that of a CloudFront Function. */
    private static Stream<Path> named(StackConfig config) {
        return config.values().values().stream().flatMap(StackWatch::texts).flatMap(text -> file(text).stream());
    }

    private static Stream<String> texts(String value) {
        try {
            var json = JSON.readTree(value);
            return json.isContainerNode() ? leaves(json).stream() : Stream.of(value);
        } catch (IOException noJson) {
            return Stream.of(value);
        }
    }

    private static List<String> leaves(JsonNode json) {
        var texts = new ArrayList<String>();
        json.forEach(value -> texts.addAll(value.isContainerNode() ? leaves(value) : List.of(value.asText())));
        return texts;
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(StackOption.FOLDER.resolve(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
