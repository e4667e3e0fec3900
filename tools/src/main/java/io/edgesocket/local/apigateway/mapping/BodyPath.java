package io.edgesocket.local.apigateway.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a JSON text that an expression names: {@code .action}, {@code ['a'].b}, or any other JSONPath. It is
 * asked for each message, to choose its route: a path of names is found while the text is read, without making a tree
 * of it.
 */
public final class BodyPath {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String JSON_BEGINS = "{[\"-0123456789tfn";
    private static final Pattern NAME = Pattern.compile("\\[['\"]([^'\"]*)['\"]]|\\.?([^.\\[\\]()*?@'\",:\\s]+)");

    private final String text;
    private final Optional<List<String>> names;

    private BodyPath(String text, Optional<List<String>> names) {
        this.text = text;
        this.names = names;
    }

    /** @param text the dollar sign and the dot at its beginning may be left out */
    public static BodyPath parse(String text) {
        var fromRoot =
                text.startsWith("$") ? text : text.startsWith(".") || text.startsWith("[") ? "$" + text : "$." + text;
        return new BodyPath(fromRoot, names(fromRoot.substring(1)));
    }

    /** Empty if it is more than names. */
    private static Optional<List<String>> names(String path) {
        var names = new ArrayList<String>();
        var matcher = NAME.matcher(path);
        var end = 0;
        while (matcher.find() && matcher.start() == end) {
            names.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            end = matcher.end();
        }
        return end == path.length() || path.equals(".") ? Optional.of(List.copyOf(names)) : Optional.empty();
    }

    /**
     * The text of the part; empty if there is none. Reads to the end, so that what isn't JSON is noticed.
     *
     * @throws NotJsonException if it isn't JSON
     * @throws MappingException if this path is no JSONPath
     */
    public Optional<String> textIn(byte[] json) {
        if (isPlainText(json)) {
            throw new NotJsonException("it begins with " + (char) json[0]);
        }
        try {
            return read(json);
        } catch (IOException notJson) {
            throw new NotJsonException(notJson.getMessage());
        }
    }

    /** Whether it can't be JSON, as its first character shows. JSON's parser would make an exception with a stack trace. */
    public static boolean isPlainText(byte[] text) {
        return text.length > 0 && text[0] > ' ' && JSON_BEGINS.indexOf(text[0]) < 0;
    }

    private Optional<String> read(byte[] json) throws IOException {
        if (names.isEmpty()) {
            return Json.text(InputPath.find(text, Json.tree(json)));
        }
        if (names.get().isEmpty()) {
            return Json.text(Json.tree(json));
        }
        try (var parser = JSON.createParser(json)) {
            parser.nextToken();
            var found = find(parser, names.get());
            skipToEnd(parser);
            return found;
        }
    }

    private static Optional<String> find(JsonParser parser, List<String> names) throws IOException {
        if (names.isEmpty()) {
            return parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                    ? Optional.of(parser.getText())
                    : Optional.empty();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var wanted = parser.currentName().equals(names.get(0));
            parser.nextToken();
            if (wanted) {
                return find(parser, names.subList(1, names.size()));
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
