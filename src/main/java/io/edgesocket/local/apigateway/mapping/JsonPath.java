package io.edgesocket.local.apigateway.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The way to a part of a JSON text: {@code $.a.b}, {@code a['b'].c[0]}. No wildcards, filters or slices. */
public final class JsonPath {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern STEP = Pattern.compile("\\[['\"]([^'\"]*)['\"]]|\\[(\\d+)]|([^.\\[\\]]+)");
    private final List<String> steps;
    private final boolean namesOnly;

    private JsonPath(List<String> steps, boolean namesOnly) {
        this.steps = steps;
        this.namesOnly = namesOnly;
    }

    public static JsonPath parse(String text) {
        var steps = new ArrayList<String>();
        var namesOnly = true;
        var matcher = STEP.matcher(text.startsWith("$") ? text.substring(1) : text);
        while (matcher.find()) {
            namesOnly &= matcher.group(2) == null;
            steps.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return new JsonPath(List.copyOf(steps), namesOnly);
    }

    /** The part of a tree; a missing node if there is none. */
    public JsonNode in(JsonNode tree) {
        var node = tree;
        for (var step : steps) {
            node = node.isArray() ? element(node, step) : node.path(step);
        }
        return node;
    }

    private static JsonNode element(JsonNode array, String step) {
        return step.chars().allMatch(Character::isDigit) && step.length() < 9
                ? array.path(Integer.parseInt(step))
                : MissingNode.getInstance();
    }

    /**
     * The text of a part, found without making a tree of all. Reads to the end, so that what isn't JSON is noticed.
     *
     * @throws IOException if it isn't JSON
     */
    public Optional<String> textIn(byte[] json) throws IOException {
        if (!namesOnly || steps.isEmpty()) {
            return Json.text(in(Json.tree(json)));
        }
        try (var parser = JSON.createParser(json)) {
            parser.nextToken();
            var found = find(parser, 0);
            skipToEnd(parser);
            return found;
        }
    }

    private Optional<String> find(JsonParser parser, int step) throws IOException {
        if (step == steps.size()) {
            return parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                    ? Optional.of(parser.getText())
                    : Optional.empty();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var wanted = parser.currentName().equals(steps.get(step));
            parser.nextToken();
            if (wanted) {
                return find(parser, step + 1);
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }

    private static void skipToEnd(JsonParser parser) throws IOException {
        while (parser.nextToken() != null) {
            parser.skipChildren();
        }
    }
}
