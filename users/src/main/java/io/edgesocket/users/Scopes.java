package io.edgesocket.users;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes of a token: its claim {@code scope}, a text with spaces between the scopes, or {@code scp}, a list. */
final class Scopes {
    private Scopes() {}

    static Set<String> of(JWTClaimsSet claims) {
        return Stream.of("scope", "scp")
                .map(claims::getClaim)
                .flatMap(Scopes::words)
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return claim instanceof String text ? Stream.of(text.split(" ")) : Stream.empty();
    }
}
