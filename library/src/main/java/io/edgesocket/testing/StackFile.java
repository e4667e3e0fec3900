package io.edgesocket.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a stack's configuration from its project's files, as the Pulumi CLI does.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/config/">Configuration</a>
 */
final class StackFile {
    private static final String PROJECT_FILE = "Pulumi.yaml";
    /** Stands where a secret is to come, which nobody has set yet. */
    private static final String UNSET = "<secret>";

    private static final int PLACEHOLDER_DIGITS = 32;

    private final String project;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> secretKeys = new HashSet<>();

    private StackFile(String project) {
        this.project = project;
    }

    static StackConfiguration read(Path folder, String stack) {
        var projectFile = folder.resolve(PROJECT_FILE);
        if (!Files.isRegularFile(projectFile)) {
            throw new IllegalArgumentException("no " + PROJECT_FILE + " in "
                    + folder.toAbsolutePath().normalize()
                    + ": give the project's folder, as in StackTest.of(Path.of(\"..\"), \""
                    + stack + "\")");
        }
        var content = PulumiYaml.read(projectFile);
        if (!(content.get("name") instanceof String project)) {
            throw new IllegalArgumentException(PROJECT_FILE + ": name is missing: a project needs one");
        }
        var stacks = folder.resolve(Optional.ofNullable(content.get("stackConfigDir"))
                .map(Object::toString)
                .orElse(""));
        var stackFile = stacks.resolve("Pulumi." + stack + ".yaml");
        if (!Files.isRegularFile(stackFile)) {
            throw new IllegalArgumentException("no stack \"" + stack + "\": there is no " + stackFile.getFileName()
                    + "; the stacks here are " + known(stacks));
        }
        var file = new StackFile(project);
        config(projectFile, content)
                .forEach((key, value) -> projectDefault(value).ifPresent(given -> file.put(key, given)));
        config(stackFile, PulumiYaml.read(stackFile))
                .forEach((key, value) -> file.put(key, value == null ? "" : value));
        return new StackConfiguration(project, stack, file.values, file.secretKeys);
    }

    private static String known(Path stacks) {
        try (var files = Files.list(stacks)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("Pulumi\\..+\\.yaml"))
                    .map(file -> file.replaceAll("^Pulumi\\.|\\.yaml$", ""))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new IllegalArgumentException(PROJECT_FILE + ": stackConfigDir: there is no folder " + stacks, e);
        }
    }

    private static Map<?, ?> config(Path file, Map<?, ?> content) {
        var config = content.get("config");
        if (config == null) {
            return Map.of();
        }
        if (config instanceof Map<?, ?> mapping) {
            return mapping;
        }
        throw new IllegalArgumentException(
                file.getFileName() + ": config is no mapping; it holds keys, such as \"aws:region: eu-west-1\"");
    }

    /** In {@code Pulumi.yaml} a key holds a value, or a declaration with a {@code default} or a {@code value}. */
    private static Optional<Object> projectDefault(Object value) {
        return value instanceof Map<?, ?> declaration
                ? Optional.ofNullable(
                        declaration.containsKey("value") ? declaration.get("value") : declaration.get("default"))
                : Optional.ofNullable(value);
    }

    private void put(Object key, Object value) {
        var name = key.toString().contains(":") ? key.toString() : project + ":" + key;
        secretKeys.remove(name);
        values.put(name, StackConfiguration.text(decrypted(name, name, value)));
    }

    /** Puts placeholders where a value holds {@code secure: <ciphertext>}, or is a secret to come. */
    private Object decrypted(String key, String path, Object value) {
        if (value instanceof Map<?, ?> mapping) {
            if (mapping.size() == 1 && mapping.get("secure") instanceof String) {
                return secret(key, path);
            }
            var entries = new HashMap<String, Object>();
            mapping.forEach(
                    (name, entry) -> entries.put(String.valueOf(name), decrypted(key, path + "." + name, entry)));
            return entries;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> decrypted(key, path + "[]", item)).toList();
        }
        return UNSET.equals(value) ? secret(key, path) : value;
    }

    private String secret(String key, String path) {
        secretKeys.add(key);
        return placeholder(path);
    }

    /** Made as a good key is, so that a check of its strength passes; the same in every run. */
    private static String placeholder(String path) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return "secret" + HexFormat.of().formatHex(digest).substring(0, PLACEHOLDER_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
