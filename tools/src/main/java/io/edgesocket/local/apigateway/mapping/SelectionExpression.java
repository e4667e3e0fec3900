package io.edgesocket.local.apigateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses a key: {@code $request.body.action}, {@code ${request.body.service}/${request.body.action}}, or a fixed text.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html">Selection
 *      expressions</a>
 */
public final class SelectionExpression {
    private static final Pattern VARIABLE =
            Pattern.compile("\\\\\\$|\\$\\{([^}]+)}|\\$([A-Za-z][A-Za-z0-9_.\\-\\[\\]]*)");
    private final String text;
    private final List<Part> parts;

    private SelectionExpression(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** As it is registered. */
    public String text() {
        return text;
    }

    public static SelectionExpression parse(String text) {
        var parts = new ArrayList<Part>();
        var matcher = VARIABLE.matcher(text);
        var end = 0;
        while (matcher.find()) {
            var name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            parts.add(Part.fixed(text.substring(end, matcher.start())));
            parts.add(
                    name == null
                            ? Part.fixed("$")
                            : variables -> variables.value(name).orElse(""));
            end = matcher.end();
        }
        parts.add(Part.fixed(text.substring(end)));
        parts.removeIf(part -> part.equals(Fixed.NOTHING));
        return new SelectionExpression(text, List.copyOf(parts));
    }

    /** What is missing counts as an empty text. */
    public String evaluate(Variables variables) {
        return parts.size() == 1
                ? parts.get(0).evaluate(variables)
                : parts.stream().map(part -> part.evaluate(variables)).collect(Collectors.joining());
    }

    private interface Part {
        String evaluate(Variables variables);

        static Part fixed(String text) {
            return new Fixed(text);
        }
    }

    private record Fixed(String text) implements Part {
        static final Fixed NOTHING = new Fixed("");

        @Override
        public String evaluate(Variables variables) {
            return text;
        }
    }
}
