package io.edgesocket.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One setting out of a table of them, with the message that it is refused with. */
record Example(String key, String value, List<String> message) {

    /** Read from a file of lines {@code key = value}, each before the lines of its message, which {@code >} begins. */
    static Stream<Example> in(String file) {
        var examples = new ArrayList<Example>();
        lines(file).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
            if (line.startsWith("> ")) {
                examples.get(examples.size() - 1).message.add(line.substring(2));
            } else {
                var parts = line.split(" = ", 2);
                examples.add(new Example(parts[0], parts[1], new ArrayList<>()));
            }
        });
        return examples.stream();
    }

    private static Stream<String> lines(String file) {
        try (var stream = Objects.requireNonNull(Example.class.getResourceAsStream("/settings/" + file), file)) {
            return new String(stream.readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what no stack can do without. */
    Map<String, String> config() {
        var config = new HashMap<>(Map.of("aws:region", "eu-west-1"));
        config.put(key, value);
        return config;
    }

    String wholeMessage() {
        return message.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return key + " = " + value;
    }
}
