package io.edgesocket.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a sentence into lines, between words. */
public final class Wrapped {
    private Wrapped() {}

    /**
     * The lines, at least one.
     *
     * @param columns characters of a line; a longer word, such as an address, has a line of its own and is left whole
     */
    public static List<String> lines(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1L + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
