package io.edgesocket.users;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Loads the classes that a call needs before SnapStart takes the snapshot: it signs a token with a key of its own and
 * verifies it. The key is not kept, and no call trusts it. The issuer's keys are fetched at the first call, not here:
 * the snapshot may be restored weeks later.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">Uniqueness with SnapStart</a>
 */
final class WarmUp {
    private static final int RSA_BITS = 2_048;

    private WarmUp() {}

    static void of(TokenRules rules) {
        try {
            for (var algorithm : rules.algorithms()) {
                verify(rules, key(algorithm), algorithm);
            }
            SSLContext.getDefault();
        } catch (JOSEException | ParseException | RefusedException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a token of our own can't be verified", impossible);
        }
    }

    private static JWK key(JWSAlgorithm algorithm) throws JOSEException {
        return JWSAlgorithm.Family.EC.contains(algorithm)
                ? new ECKeyGenerator(Curve.forJWSAlgorithm(algorithm).iterator().next()).generate()
                : new RSAKeyGenerator(RSA_BITS).generate();
    }

    private static void verify(TokenRules rules, JWK key, JWSAlgorithm algorithm)
            throws JOSEException, ParseException, RefusedException {
        var inAnHour = new Date(System.currentTimeMillis() + 3_600_000);
        var token = new SignedJWT(
                new JWSHeader(algorithm),
                new JWTClaimsSet.Builder()
                        .subject("nobody")
                        .issuer(rules.issuer())
                        .audience(List.copyOf(rules.audiences()))
                        .expirationTime(inAnHour)
                        .build());
        token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        var published = JWKSet.parse(new JWKSet(key).toString());
        new TokenVerifier(rules, new ImmutableJWKSet<>(published), () -> true).verify(token.serialize());
    }
}
