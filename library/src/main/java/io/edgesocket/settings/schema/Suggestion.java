package io.edgesocket.settings.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a mistyped one was meant to be. */
public final class Suggestion {
    private Suggestion() {}

    public static Optional<String> suggestion(String given, Collection<String> words) {
        return words.stream()
                .filter(word ->
                        distance(name(given), name(word)) <= 1 + name(word).length() / 5)
                .min(Comparator.comparingInt(word -> distance(name(given), name(word))))
                .map(word -> "did you mean " + word + "?");
    }

    /** A key without its namespace: the long word that all have in common would make any two of them look alike. */
    public static String name(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    /** How many letters must be put in, left out or changed (Levenshtein), big and small letters being the same. */
    private static int distance(String from, String to) {
        var a = from.toLowerCase(Locale.ROOT);
        var b = to.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
