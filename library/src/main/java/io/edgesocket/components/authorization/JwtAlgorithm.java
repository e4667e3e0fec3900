package io.edgesocket.components.authorization;

import java.util.List;

/**
 * How a token is signed: with a private key that only the issuer has. Those with a shared secret (HS256 …), and
 * {@code none}, aren't here on purpose: whoever can check such a token can make one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">JSON Web Algorithms</a>
 */
public enum JwtAlgorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512;

    /** What most issuers sign with. */
    public static final List<JwtAlgorithm> DEFAULTS = List.of(RS256, ES256);
}
