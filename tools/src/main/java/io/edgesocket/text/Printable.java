package io.edgesocket.text;

import java.util.stream.Collectors;

/** Makes any text safe to show in one line: no character in it moves the cursor, changes direction or is invisible. */
public final class Printable {
    private Printable() {}

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
