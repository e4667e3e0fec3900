package io.edgesocket.local.apigateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a text frame may hold.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.6">RFC 6455, 5.6</a>
 */
final class Utf8 {
    private Utf8() {}

    static boolean is(byte[] message) {
        for (var octet : message) {
            if (octet < 0) {
                return isDecodable(message);
            }
        }
        return true;
    }

    private static boolean isDecodable(byte[] message) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
