package io.edgesocket.engine.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.engine.ProjectException;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.text.Printable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the {@code config} of a stack's file into what the Pulumi CLI hands to a program: text for a scalar, JSON text
 * for a list or a mapping, the project's name before a key without a namespace.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/config/">Configuration</a>
 */
record StackFile(String project, String stack) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Stands where a secret is to come, which nobody has set yet. */
    private static final String UNSET = "<secret>";

    private static final String PROJECT_FILE = "Pulumi.yaml";
    private static final String ENVIRONMENT = "Pulumi ESC";

    /** @param opened what is known of the environments of Pulumi ESC that the stack's file takes */
    StackConfig read(Map<?, ?> projectFile, Map<?, ?> stackFile, List<Map<?, ?>> opened) {
        var file = "Pulumi." + stack + ".yaml";
        var environment = StackEnvironment.of(
                Optional.<Object>ofNullable(stackFile.get("environment")).orElse(List.of()), opened);
        var written = new Written(project);
        config(PROJECT_FILE, projectFile)
                .forEach((key, value) ->
                        projectDefault(value).ifPresent(given -> written.put(key, given, PROJECT_FILE)));
        environment.config().forEach((key, value) -> written.put(key, value, ENVIRONMENT));
        config(file, stackFile).forEach((key, value) -> written.put(key, value == null ? "" : value, file));
        return new StackConfig(
                project, stack, written.values, written.secretKeys, environment.missing(file), written.sources);
    }

    /** By full key. What is put later holds. */
    private static final class Written {
        private final String project;
        private final Map<String, String> values = new HashMap<>();
        private final Set<String> secretKeys = new HashSet<>();
        private final Map<String, String> sources = new HashMap<>();

        Written(String project) {
            this.project = project;
        }

        void put(Object key, Object value, String source) {
            var name = key.toString().contains(":") ? key.toString() : project + ":" + key;
            var secrets = new Secrets(name);
            var plain = secrets.replaced(value);
            values.put(name, text(plain));
            sources.put(name, source);
            if (secrets.found) {
                secretKeys.add(name);
            } else {
                secretKeys.remove(name);
            }
        }
    }

    private static Map<?, ?> config(String file, Map<?, ?> content) {
        setting(content).ifPresent(key -> {
            throw new ProjectException(
                    file + ": " + key + " stands beside config, where Pulumi passes it over: write it "
                            + "below config, two spaces further in");
        });
        var config = content.get("config");
        if (config == null) {
            checkForMisspelt(file, content);
            return Map.of();
        }
        if (config instanceof Map<?, ?> mapping) {
            checkKeys(file, "config", mapping);
            return mapping;
        }
        throw new ProjectException(file + ": config is no mapping; it holds keys, such as \"aws:region: eu-west-1\"");
    }

    private static void checkForMisspelt(String file, Map<?, ?> content) {
        content.forEach((key, value) -> {
            if (value instanceof Map<?, ?> held) {
                setting(held).ifPresent(setting -> {
                    throw new ProjectException(file + ": " + setting + " stands below " + key
                            + ", where Pulumi passes it over: write config instead of " + key);
                });
            }
        });
    }

    /** A key is a word in one line. */
    private static void checkKeys(String file, String path, Object value) {
        if (value instanceof Map<?, ?> mapping) {
            mapping.forEach((key, held) -> {
                if (key == null || key instanceof Map || key instanceof List) {
                    throw new ProjectException(
                            file + ": " + path + " has a key that is " + (key == null ? "empty" : "a list or a mapping")
                                    + "; a key is a word, such as \"aws:region\"");
                }
                var name = Printable.of(key.toString());
                if (!name.equals(key.toString())) {
                    throw new ProjectException(file + ": " + path + " has the key \"" + name
                            + "\"; a key is a word in one line, without characters that can't be seen");
                }
                checkKeys(file, path + "." + name, held);
            });
        } else if (value instanceof List<?> items) {
            items.forEach(item -> checkKeys(file, path + "[]", item));
        }
    }

    /** A key of a setting has a colon, and no other key of these files has. */
    private static Optional<String> setting(Map<?, ?> mapping) {
        return mapping.keySet().stream()
                .map(String::valueOf)
                .filter(key -> key.contains(":"))
                .findFirst();
    }

    /** In {@code Pulumi.yaml} a key holds a value, or a declaration with a {@code default} or a {@code value}. */
    private static Optional<Object> projectDefault(Object value) {
        if (!(value instanceof Map<?, ?> declaration)) {
            return Optional.ofNullable(value);
        }
        return Optional.ofNullable(
                declaration.containsKey("value") ? declaration.get("value") : declaration.get("default"));
    }

    /** A number's exponent is written with a lower-case {@code e}, as the CLI writes it. */
    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toString().toLowerCase(Locale.ROOT);
        }
        try {
            return value instanceof Map || value instanceof List ? JSON.writeValueAsString(value) : value.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON can hold every YAML value", e);
        }
    }

    /** Puts stand-ins where a value holds {@code secure: <ciphertext>}, or is a secret to come. */
    private static final class Secrets {
        private final String key;
        private boolean found;

        Secrets(String key) {
            this.key = key;
        }

        Object replaced(Object value) {
            return replaced(key, value);
        }

        private Object replaced(String path, Object value) {
            if (value instanceof Map<?, ?> mapping) {
                return mapping.size() == 1 && mapping.get("secure") instanceof String
                        ? standIn(path)
                        : entries(path, mapping);
            }
            if (value instanceof List<?> items) {
                return items.stream().map(item -> replaced(path + "[]", item)).toList();
            }
            return UNSET.equals(value) ? standIn(path) : value;
        }

        private Map<String, Object> entries(String path, Map<?, ?> mapping) {
            var replaced = new TreeMap<String, Object>(); // in the CLI's order
            mapping.forEach((name, value) -> replaced.put(String.valueOf(name), replaced(path + "." + name, value)));
            return replaced;
        }

        private String standIn(String path) {
            found = true;
            return StackConfig.secretStandIn(key, path);
        }
    }
}
