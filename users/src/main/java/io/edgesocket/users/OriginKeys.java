package io.edgesocket.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The origin keys. CloudFront adds one of them to every handshake, so a call without one didn't come through
 * CloudFront. An authorizer of the stack that checks them finds them in its environment.
 * <pre>{@code
 * private final Optional<OriginKeys> keys = OriginKeys.in(System.getenv());
 * …
 * if (keys.isPresent() && !keys.get().accept(event.getHeaders())) …
 * }</pre>
 */
final class OriginKeys {
    /** The name of the header that has the key. */
    static final String HEADER_VARIABLE = "ORIGIN_KEY_HEADER";
    /** All valid keys, with commas between them. While the key is being changed there are two. */
    static final String KEYS_VARIABLE = "ORIGIN_KEYS";

    private final String header;
    private final List<byte[]> keys;

    private OriginKeys(String header, List<byte[]> keys) {
        this.header = header;
        this.keys = keys;
    }

    /**
     * Empty if the environment names no header: then no key is required.
     *
     * @throws IllegalStateException if it names a header and no key: every call would be refused then
     */
    static Optional<OriginKeys> in(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(HEADER_VARIABLE))
                .map(header -> new OriginKeys(header, keys(environment.getOrDefault(KEYS_VARIABLE, ""))));
    }

    private static List<byte[]> keys(String listed) {
        var keys = Stream.of(listed.split(","))
                .filter(key -> !key.isBlank())
                .map(key -> key.getBytes(UTF_8))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException(KEYS_VARIABLE + " holds no key, though " + HEADER_VARIABLE + " is set");
        }
        return keys;
    }

    /** Whether a handshake has one of the keys. It compares in constant time, so the time gives no hint about a key. */
    boolean accept(Map<String, String> headers) {
        return headers != null
                && headers.entrySet().stream()
                        .filter(sent -> sent.getKey().equalsIgnoreCase(header))
                        .anyMatch(sent -> isKey(sent.getValue()));
    }

    private boolean isKey(String sent) {
        var bytes = sent.getBytes(UTF_8);
        var equal = false;
        for (var key : keys) {
            equal |= MessageDigest.isEqual(key, bytes);
        }
        return equal;
    }
}
