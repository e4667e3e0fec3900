package io.edgesocket.engine.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The {@code environment} of a stack's file: what it takes from Pulumi ESC. Environments are opened by Pulumi Cloud alone, so
 * of those that it imports only what the user has fetched is known.
 *
 * @param imports the environments that are not known
 * @param config  what is known: keys of the stack's configuration, secrets as {@code secure}
 * @param unread  the keys whose values only an opened environment has
 * @see <a href="https://www.pulumi.com/docs/esc/environments/working-with-environments/">Environments</a>
 */
record StackEnvironment(List<String> imports, Map<String, Object> config, List<String> unread) {
    private static final String CONFIG = "pulumiConfig";
    /** What {@code pulumi env get} shows in the place of a secret, and of what only opening it tells. */
    private static final String HIDDEN = "[secret]";

    private static final String UNKNOWN = "[unknown]";
    private static final Object SECRET = Map.of("secure", "");

    /**
     * @param written what stands under {@code environment}: a list of environments, which may be empty, or a definition
     * @param opened  what {@code pulumi env get --value json} printed of the imported ones
     */
    static StackEnvironment of(Object written, List<Map<?, ?>> opened) {
        var definition = written instanceof Map<?, ?> mapping ? mapping : Map.of();
        var imported = imports(written instanceof List ? written : definition.get("imports"));
        var known = new LinkedHashMap<String, Object>();
        var unread = new ArrayList<String>();
        var inline =
                definition.get("values") instanceof Map<?, ?> values ? Stream.of(values) : Stream.<Map<?, ?>>empty();
        Stream.concat(opened.stream(), inline)
                .map(values -> values.get(CONFIG))
                .filter(Map.class::isInstance)
                .forEach(config -> ((Map<?, ?>) config).forEach((key, value) -> {
                    if (isOpen(value)) {
                        known.put(key.toString(), plain(value));
                    } else {
                        unread.add(key.toString());
                    }
                }));
        return new StackEnvironment(opened.isEmpty() ? imported : List.of(), known, List.copyOf(unread));
    }

    /** Names, or each a mapping from the name to how it is merged. */
    private static List<String> imports(Object imports) {
        return imports instanceof List<?> items
                ? items.stream()
                        .flatMap(item -> item instanceof Map<?, ?> named ? named.keySet().stream() : Stream.of(item))
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }

    /** Whether it can be read without opening it: nothing in it is computed, but that it is a secret. */
    private static boolean isOpen(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            return isSecret(mapping)
                    || mapping.entrySet().stream()
                            .allMatch(
                                    entry -> !entry.getKey().toString().startsWith("fn::") && isOpen(entry.getValue()));
        }
        if (value instanceof List<?> items) {
            return items.stream().allMatch(StackEnvironment::isOpen);
        }
        return !(value instanceof String text) || (!text.contains("${") && !text.equals(UNKNOWN));
    }

    private static boolean isSecret(Map<?, ?> value) {
        return value.size() == 1 && value.containsKey("fn::secret");
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            var entries = new LinkedHashMap<Object, Object>();
            mapping.forEach((name, entry) -> entries.put(name, plain(entry)));
            return isSecret(mapping) ? SECRET : entries;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(StackEnvironment::plain).toList();
        }
        return HIDDEN.equals(value) ? SECRET : value;
    }

    /** What is missing, a sentence each. */
    List<String> missing(String file) {
        var missing = new ArrayList<String>();
        if (!imports.isEmpty()) {
            missing.add(file + " takes the environment " + String.join(", ", imports)
                    + " of Pulumi ESC, and what it sets is "
                    + "missing here: run `pulumi env get " + imports.get(0)
                    + " --value json > environment.json`, and give "
                    + "--environment environment.json");
        }
        if (!unread.isEmpty()) {
            missing.add(file + ": what environment sets is missing here where only opening it tells: "
                    + String.join(", ", unread));
        }
        return missing;
    }
}
