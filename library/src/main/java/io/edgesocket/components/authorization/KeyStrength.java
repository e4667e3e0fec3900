package io.edgesocket.components.authorization;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds keys that look as if a person had typed them, rather than a machine made them at random. Of random keys of 32
 * hexadecimal digits, fewer than one in a million looks typed.
 */
final class KeyStrength {
    private static final int DIFFERENT_MIN = 8;
    /** A longer piece that comes twice may well be two random halves. */
    private static final int PIECE_MAX = 16;

    private static final int ROW_MAX = 7;

    private KeyStrength() {}

    /** Says what is weak about a key, without a character of it. */
    static Optional<String> weakness(String key) {
        if (key.chars().distinct().count() < DIFFERENT_MIN) {
            return Optional.of("fewer than " + DIFFERENT_MIN + " different characters");
        }
        if (IntStream.rangeClosed(1, PIECE_MAX).anyMatch(length -> isRepeated(key, length))) {
            return Optional.of("the same characters over and over");
        }
        return longestRow(key) > ROW_MAX ? Optional.of("a sequence such as abcdefgh or 12345678") : Optional.empty();
    }

    private static boolean isRepeated(String key, int length) {
        return key.startsWith(key.substring(length));
    }

    /** How many characters follow one another as in the alphabet, or as digits do. */
    private static int longestRow(String key) {
        var longest = 1;
        var row = 1;
        for (var i = 1; i < key.length(); i++) {
            row = key.charAt(i) == key.charAt(i - 1) + 1 ? row + 1 : 1;
            longest = Math.max(longest, row);
        }
        return longest;
    }
}
