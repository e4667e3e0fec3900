package io.edgesocket.text;

import java.util.regex.Pattern;

/** Headers whose values are never shown, by their names. */
public final class SecretHeaders {
    private static final Pattern NAMES = Pattern.compile(
            "(?i)authorization|cookie|token|secret|passw|key|credential|session|signature|jwt|assertion");
    /** These are the handshake's own. None is secret, for all that one is a key. */
    private static final Pattern HANDSHAKE = Pattern.compile("(?i)sec-websocket-.*");

    private SecretHeaders() {}

    /** Whether a name says that the value lets somebody in. */
    public static boolean isSecret(String name) {
        return NAMES.matcher(name).find() && !HANDSHAKE.matcher(name).matches();
    }
}
