package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.components.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the settings something stands, and where to report what is wrong with it.
 *
 * @param path   as {@code pulumi config set --path} takes it
 * @param secret whether nothing below may be shown
 * @param root   the shape of all settings, in which a key that is unknown here may have its place
 */
public record Location(String path, boolean secret, Set<String> secretKeys, GroupShape root, List<Problem> problems) {

    public static Location root(GroupShape root, Set<String> secretKeys) {
        return new Location("", false, secretKeys, root, new ArrayList<>());
    }

    public Location key(String name) {
        var below = path.isEmpty() ? name : path + step(name);
        return at(below, secret || secretKeys.contains(below));
    }

    /** A key that the user chose. In a secret it may be part of what must not be shown. */
    public Location usersKey(String name) {
        return secret ? at(path + ".*", true) : key(name);
    }

    /** Whether Pulumi marks this key itself, not one above it, as holding a secret. */
    boolean isMarkedSecret() {
        return secretKeys.contains(path);
    }

    public Location item(int index) {
        return at(path + "[" + index + "]", secret);
    }

    /** The same place; what is reported to it is dropped. */
    Location unheard() {
        return new Location(path, secret, secretKeys, root, new ArrayList<>());
    }

    private Location at(String below, boolean secretBelow) {
        return new Location(below, secretBelow, secretKeys, root, problems);
    }

    private static String step(String name) {
        return name.matches("[A-Za-z0-9_$-]+") ? "." + name : "[" + JsonDescription.quoted(name) + "]";
    }

    /** Reports what was given. Gives back nothing, as there is no value to use. */
    public Optional<Object> refuse(JsonNode given, String allowed) {
        add(secret ? "a secret" : JsonDescription.describe(given), allowed);
        return Optional.empty();
    }

    public void add(String given, String allowed) {
        problems.add(new Problem(path, given, allowed));
    }
}
