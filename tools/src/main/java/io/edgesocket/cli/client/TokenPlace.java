package io.edgesocket.cli.client;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.probe.Token;
import java.util.regex.Pattern;

/** {@code --token-in}: where a token is put. */
final class TokenPlace {
    private static final Pattern WRITTEN = Pattern.compile("(header|query|subprotocol):([A-Za-z0-9_.-]+)");

    private TokenPlace() {}

    /** @throws UsageException if it is no such place */
    static Token of(String written, String token) {
        var place = WRITTEN.matcher(written);
        if (!place.matches()) {
            throw new UsageException(
                    "--token-in " + written
                            + ": write header:Authorization, query:token or subprotocol:jwt, with your own name after the colon");
        }
        return new Token(Token.Place.valueOf(place.group(1)), place.group(2), token);
    }
}
