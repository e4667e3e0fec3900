package io.edgesocket.text;

import java.util.stream.Collectors;

/** Makes any text safe to show: no character in it moves the cursor, changes direction or is invisible. */
public final class Printable {
    private Printable() {}

    /** In one line: a line break is made visible too. */
    public static String of(String text) {
        return text.codePoints().allMatch(Printable::isVisible)
                ? text
                : text.codePoints().mapToObj(Printable::written).collect(Collectors.joining());
    }

    /** At most so many characters. A longer text is cut and ends in {@code …}. */
    public static String of(String text, int most) {
        var printable = of(text);
        return printable.codePointCount(0, printable.length()) <= most
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** In as many lines as it has, with its tabs: for what is laid out in lines, such as a compiler's messages. */
    public static String lines(String text) {
        return text.codePoints()
                .mapToObj(character ->
                        character == '\n' || character == '\t' ? Character.toString(character) : written(character))
                .collect(Collectors.joining())
                .replace("\\r\n", "\n");
    }

    /**
     * In JSON, in which such characters stand in texts only: the JSON stays the same value. Half a surrogate pair stays:
     * a reader of JSON may refuse one that is written out.
     */
    public static String json(String json) {
        return json.codePoints().allMatch(Printable::isPlain)
                ? json
                : json.codePoints().mapToObj(Printable::escaped).collect(Collectors.joining());
    }

    private static boolean isPlain(int character) {
        return character == '\n' || isVisible(character) || Character.getType(character) == Character.SURROGATE;
    }

    private static String escaped(int character) {
        return isPlain(character)
                ? Character.toString(character)
                : Character.toString(character)
                        .chars()
                        .mapToObj(unit -> String.format("\\u%04x", unit))
                        .collect(Collectors.joining());
    }

    private static String written(int character) {
        if (isVisible(character)) {
            return Character.toString(character);
        }
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", character);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
