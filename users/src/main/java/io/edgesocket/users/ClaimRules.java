package io.edgesocket.users;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the claims of a token must be. If it has no {@code aud}, its audience is {@code client_id}: Amazon Cognito's
 * access tokens need that, and API Gateway's HTTP APIs do the same.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 * authorizers
 *     of HTTP APIs</a>
 */
record ClaimRules(String issuer, Set<String> audiences, DefaultJWTClaimsVerifier<SecurityContext> times)
        implements JWTClaimsSetVerifier<SecurityContext> {

    /** RFC 7519, section 4.1, gives each of them a type, and null is none of these. The library takes null for "not there". */
    private static final List<String> REGISTERED = List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

    /** The token breaks one of these rules. Unlike the library's messages, this one repeats nothing of the token. */
    static final class BrokenException extends BadJWTException {
        private static final long serialVersionUID = 1;

        BrokenException(String message) {
            super(message);
        }
    }

    static ClaimRules of(TokenRules rules) {
        var times = new DefaultJWTClaimsVerifier<>(null, Set.of("exp", "sub"));
        times.setMaxClockSkew(Math.toIntExact(rules.clockSkew().toSeconds()));
        return new ClaimRules(rules.issuer(), rules.audiences(), times);
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
        for (var name : REGISTERED) {
            if (claims.getClaims().containsKey(name) && claims.getClaim(name) == null) {
                throw new BrokenException("its claim " + name + " is null");
            }
        }
        if (!issuer.equals(claims.getIssuer())) {
            throw new BrokenException("it is from another issuer");
        }
        if (audience(claims).noneMatch(audiences::contains)) {
            throw new BrokenException("it is for another audience");
        }
        times.verify(claims, context);
        if (claims.getSubject() == null || claims.getSubject().isBlank()) {
            throw new BrokenException("its claim sub is empty");
        }
    }

    private static Stream<String> audience(JWTClaimsSet claims) {
        var audience = claims.getAudience();
        var client = claims.getClaim("client_id");
        return (audience.isEmpty() && client instanceof String id ? List.of(id) : audience).stream();
    }
}
