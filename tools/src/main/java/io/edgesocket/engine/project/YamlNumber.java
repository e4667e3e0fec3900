package io.edgesocket.engine.project;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as the Pulumi CLI reads them: {@code 010} is octal, {@code 1_000} a thousand, {@code 1.0} the whole number 1.
 */
final class YamlNumber {
    /** Characters. A longer one would take minutes to convert, and has more digits than any number holds. */
    private static final int LENGTH_MAX = 1_000;

    private static final Pattern START = Pattern.compile("[-+.0-9].*");
    private static final Pattern HEXADECIMAL = Pattern.compile("([-+]?)0[xX]([0-9a-fA-F]+)");
    private static final Pattern OCTAL = Pattern.compile("([-+]?)0[oO]?([0-7]+)");
    private static final Pattern BINARY = Pattern.compile("([-+]?)0[bB]([01]+)");
    private static final Pattern WHOLE = Pattern.compile("([-+]?)(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /** From this number on, the CLI writes whole numbers with an exponent. */
    private static final double EXPONENT_FROM = 1e21;

    private YamlNumber() {}

    /** A {@link BigInteger} if it is whole; empty if the text is no number. */
    static Optional<Number> of(String text) {
        if (text.length() > LENGTH_MAX || !START.matcher(text).matches()) {
            return Optional.empty();
        }
        var plain = text.replace("_", "");
        return whole(plain, HEXADECIMAL, 16)
                .or(() -> whole(plain, OCTAL, 8))
                .or(() -> whole(plain, BINARY, 2))
                .or(() -> whole(plain, WHOLE, 10))
                .or(() -> decimal(plain));
    }

    /** A number of more than 64 bits is not read as a whole number. */
    private static Optional<Number> whole(String plain, Pattern form, int radix) {
        var found = form.matcher(plain);
        return found.matches()
                ? Optional.of(new BigInteger(found.group(1) + found.group(2), radix))
                        .filter(number -> number.bitLength() <= Long.SIZE)
                        .map(Number.class::cast)
                : Optional.empty();
    }

    private static Optional<Number> decimal(String plain) {
        if (!DECIMAL.matcher(plain).matches() || Double.isInfinite(Double.parseDouble(plain))) {
            return Optional.empty();
        }
        var number = BigDecimal.valueOf(Double.parseDouble(plain)).stripTrailingZeros();
        return Optional.of(
                number.scale() <= 0 && Math.abs(number.doubleValue()) < EXPONENT_FROM ? number.toBigInteger() : number);
    }
}
