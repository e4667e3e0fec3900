package io.edgesocket.testing;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import com.pulumi.test.Mocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a resource was registered with, by the names that Pulumi's AWS provider has for inputs. A path leads to a value
 * within: {@code defaultCacheBehavior.cachePolicyId}, {@code origins[0].domainName}. Immutable.
 *
 * <p>What isn't there, or is of another kind than it is asked for, is an {@link IllegalArgumentException} that says what
 * there is.
 */
public final class Inputs {
    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();
    private static final Pattern STEP = Pattern.compile("\\[([0-9]+)]|[^.\\[]+");

    private final String owner;
    private final Map<?, ?> values;

    private Inputs(String owner, Map<?, ?> values) {
        this.owner = owner;
        this.values = values;
    }

    static Inputs of(Mocks.ResourceArgs resource) {
        return new Inputs(resource.name, (Map<?, ?>) numbered(resource.inputs));
    }

    /** Whether there is a value at the path. */
    public boolean has(String path) {
        return find(path).isPresent();
    }

    public String text(String path) {
        return at(path, String.class, "text");
    }

    public boolean flag(String path) {
        return at(path, Boolean.class, "true or false");
    }

    /** A whole number. */
    public int number(String path) {
        return at(path, Integer.class, "whole number");
    }

    /** Any number. */
    public double decimal(String path) {
        return at(path, Number.class, "number").doubleValue();
    }

    /** A list of texts. */
    public List<String> texts(String path) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < list(path).size(); i++) {
            texts.add(text(path + "[" + i + "]"));
        }
        return texts;
    }

    /** A list of objects. */
    public List<Inputs> objects(String path) {
        var objects = new ArrayList<Inputs>();
        for (var i = 0; i < list(path).size(); i++) {
            objects.add(object(path + "[" + i + "]"));
        }
        return objects;
    }

    public Inputs object(String path) {
        return new Inputs(owner + "." + path, at(path, Map.class, "object"));
    }

    /** The object that stands in a text as JSON, such as a policy. */
    public Inputs json(String path) {
        var text = text(path);
        try {
            var object = JSON.fromJson(text, Map.class);
            return new Inputs(owner + "." + path, (Map<?, ?>) numbered(object == null ? Map.of() : object));
        } catch (JsonSyntaxException notJson) {
            throw new IllegalArgumentException(owner + ": " + path + " holds no object in JSON, but: " + text, notJson);
        }
    }

    /** The names of the values. */
    public List<String> names() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    /** As JSON. */
    @Override
    public String toString() {
        return JSON.toJson(values);
    }

    private List<?> list(String path) {
        return at(path, List.class, "list");
    }

    private <T> T at(String path, Class<T> type, String kind) {
        var found = find(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        owner + ": no " + path + "; it has " + String.join(", ", names())));
        if (!type.isInstance(found)) {
            throw new IllegalArgumentException(owner + ": " + path + " is no " + kind + ", but: " + JSON.toJson(found));
        }
        return type.cast(found);
    }

    private Optional<Object> find(String path) {
        Object found = values;
        for (var step : STEP.matcher(path).results().toList()) {
            found = within(found, step);
        }
        return Optional.ofNullable(found);
    }

    private static Object within(Object container, MatchResult step) {
        if (step.group(1) == null) {
            return container instanceof Map<?, ?> object ? object.get(step.group()) : null;
        }
        var index = Integer.parseInt(step.group(1));
        return container instanceof List<?> items && index < items.size() ? items.get(index) : null;
    }

    /** The SDK's mocks, and JSON, give every number as a {@code Double}. */
    private static Object numbered(Object value) {
        if (value instanceof Map<?, ?> object) {
            var numbered = new TreeMap<String, Object>();
            object.forEach((name, entry) -> numbered.put(String.valueOf(name), numbered(entry)));
            return Collections.unmodifiableMap(numbered);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Inputs::numbered).toList();
        }
        return value instanceof Double number && number.intValue() == number ? (Object) number.intValue() : value;
    }
}
