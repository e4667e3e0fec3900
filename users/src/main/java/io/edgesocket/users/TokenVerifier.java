package io.edgesocket.users;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.util.function.BooleanSupplier;

/** Says whether a token is valid: form, algorithm, signature, then claims. */
final class TokenVerifier {
    /** CloudFront accepts no longer URL, and API Gateway's limit for headers is not much higher. */
    static final int TOKEN_MAX = 8_192;
    /** The type of an access token, if the issuer follows RFC 9068. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final BooleanSupplier keysAreKnown;

    TokenVerifier(TokenRules rules, JWKSource<SecurityContext> keys, BooleanSupplier keysAreKnown) {
        this.keysAreKnown = keysAreKnown;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(rules.algorithms(), keys));
        processor.setJWTClaimsSetVerifier(ClaimRules.of(rules));
    }

    static TokenVerifier of(TokenRules rules) {
        var keys = new IssuerKeys(rules);
        return new TokenVerifier(rules, keys.kept(), keys::areKnown);
    }

    /** @throws IllegalStateException if the issuer's keys can't be fetched; the token may be valid then */
    JWTClaimsSet verify(String token) throws RefusedException {
        if (token.length() > TOKEN_MAX) {
            throw new RefusedException("it is longer than " + TOKEN_MAX + " characters");
        }
        try {
            return processor.process(SignedJWT.parse(token), null);
        } catch (ParseException noToken) {
            throw new RefusedException("it is no signed JWT");
        } catch (BadJOSEException invalid) {
            throw new RefusedException(because(invalid));
        } catch (RateLimitReachedException tooOften) {
            if (keysAreKnown.getAsBoolean()) {
                throw new RefusedException("the issuer has no such key");
            }
            throw unavailable(tooOften);
        } catch (JOSEException failed) {
            throw unavailable(failed);
        }
    }

    private static IllegalStateException unavailable(JOSEException failed) {
        return new IllegalStateException("the issuer's keys can't be fetched: " + IssuerKeys.reason(failed));
    }

    /** Our own message: the library's may repeat a part of the token. */
    private static String because(BadJOSEException invalid) {
        if (invalid instanceof ClaimRules.BrokenException broken) {
            return broken.getMessage();
        }
        if (invalid instanceof ExpiredJWTException) {
            return "it has expired";
        }
        if (invalid instanceof BadJWTException) {
            return "it isn't valid yet, or it lacks the claim exp or sub";
        }
        return invalid instanceof BadJWSException
                ? "its signature is wrong"
                : "its algorithm or type isn't accepted, or the issuer has no such key";
    }
}
