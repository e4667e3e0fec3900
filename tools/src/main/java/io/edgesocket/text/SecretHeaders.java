package io.edgesocket.text;

import java.util.regex.Pattern;

/** Headers whose values are never shown, by their names. */
public final class SecretHeaders {
    static final Pattern NAMES = Pattern.compile(
            "authorization|cookie|token|secret|passw|key|credential|session|signature|jwt|assertion",
            Pattern.CASE_INSENSITIVE);
    /** These are the handshake's own. None is secret, for all that one is a key. */
    static final Pattern HANDSHAKE = Pattern.compile("^sec-websocket-", Pattern.CASE_INSENSITIVE);

    private SecretHeaders() {}

    /** Whether a name says that the value lets somebody in. */
    public static boolean isSecret(String name) {
        return NAMES.matcher(name).find() && !HANDSHAKE.matcher(name).find();
    }
}
