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

    /** How many characters must be added, removed, replaced or exchanged with the next: the optimal string alignment distance. */
    private static int changes(String from, String to) {
        var least = new int[from.length() + 1][to.length() + 1];
        for (var row = 0; row <= from.length(); row++) {
            for (var column = 0; column <= to.length(); column++) {
                least[row][column] = row == 0 || column == 0 ? row + column : least(least, row, column, from, to);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int least(int[][] least, int row, int column, String from, String to) {
        var same = from.charAt(row - 1) == to.charAt(column - 1);
        var one = Math.min(
                least[row - 1][column - 1] + (same ? 0 : 1),
                1 + Math.min(least[row - 1][column], least[row][column - 1]));
        var exchanged = row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        return exchanged ? Math.min(one, 1 + least[row - 2][column - 2]) : one;
    }
}
