package io.edgesocket.local.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody asks for is often one letter, or one case, away from what is there. */
public final class NearestMiss {
    /** One change for so many characters is a slip; more changes are another word. */
    private static final int CHARACTERS_A_CHANGE = 3;
    /** No name or pattern is longer; comparing takes time with the square of it. */
    private static final int LONGEST = 255;

    private NearestMiss() {}

    /** The name that is most like the one asked for; empty if none is like it. */
    public static Optional<String> of(String asked, Collection<String> there) {
        return asked.isEmpty() || asked.length() > LONGEST
                ? Optional.empty()
                : there.stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Candidate(name, changes(lower(asked), lower(name))))
                        .filter(candidate -> candidate.changes()
                                <= Math.max(1, candidate.name().length() / CHARACTERS_A_CHANGE))
                        .min(Comparator.comparingInt(Candidate::changes))
                        .map(Candidate::name);
    }

    private record Candidate(String name, int changes) {}

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** How many characters must be added, removed or replaced: the Levenshtein distance. */
    private static int changes(String from, String to) {
        var row = new int[to.length() + 1];
        for (var column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (var line = 1; line <= from.length(); line++) {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= to.length(); column++) {
                var replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
