package io.edgesocket.iam;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code grants.yaml}. */
final class GrantFile {
    private GrantFile() {}

    static List<Grant> read() {
        var settings = LoadSettings.builder().setLabel("grants.yaml").build();
        try (var file = GrantFile.class.getResourceAsStream("grants.yaml")) {
            var grants = (List<?>) new Load(settings).loadFromInputStream(file);
            return grants.stream().map(grant -> grant((Map<?, ?>) grant)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Grant grant(Map<?, ?> grant) {
        return new Grant(
                text(grant, "name").orElseThrow(),
                text(grant, "purpose").orElseThrow(),
                Set.copyOf(texts(grant.get("types"))),
                text(grant, "when"),
                text(grant, "begins").orElse(""),
                texts(grant.get("resources")),
                condition(grant.get("condition")),
                texts(grant.get("read")),
                texts(grant.get("write")),
                text(grant, "source").orElseThrow());
    }

    private static Optional<String> text(Map<?, ?> grant, String key) {
        return texts(grant.get(key)).stream().findFirst();
    }

    /** A list, one text, or nothing. */
    private static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }

    private static Map<String, Map<String, List<String>>> condition(Object condition) {
        return condition == null ? Map.of() : entries(condition, operator -> entries(operator, GrantFile::texts));
    }

    private static <T> Map<String, T> entries(Object mapping, Function<Object, T> value) {
        return ((Map<?, ?>) mapping)
                .entrySet().stream()
                        .collect(toMap(
                                entry -> entry.getKey().toString(),
                                entry -> value.apply(entry.getValue()),
                                (first, second) -> second,
                                TreeMap::new));
    }
}
