package io.edgesocket.users;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A token's claims, as API Gateway accepts them for {@code requestContext.authorizer}: texts, numbers and booleans. A
 * list or an object becomes JSON text.
 */
final class Claims {
    static final String SUBPROTOCOL = "subprotocol";
    /** API Gateway and this function set these names themselves. A token must not override them. */
    private static final Set<String> TAKEN = Set.of("principalId", "integrationLatency", SUBPROTOCOL);

    private Claims() {}

    static Map<String, Object> flat(JWTClaimsSet claims, Optional<String> subprotocol) {
        var flat = new LinkedHashMap<String, Object>();
        claims.toJSONObject().forEach((name, value) -> {
            if (!TAKEN.contains(name)) {
                flat.put(name, flat(value));
            }
        });
        subprotocol.ifPresent(chosen -> flat.put(SUBPROTOCOL, chosen));
        return flat;
    }

    @SuppressWarnings("unchecked") // an object of JSON has texts as names
    private static Object flat(Object value) {
        if (value instanceof List<?> list) {
            return JSONArrayUtils.toJSONString(list);
        }
        return value instanceof Map<?, ?> object ? JSONObjectUtils.toJSONString((Map<String, ?>) object) : value;
    }
}
