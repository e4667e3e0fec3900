package io.edgesocket.users;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for a token, from the function's environment. The items of a list have spaces between them.
 *
 * @param keys where the issuer's keys are; by default the issuer's OpenID configuration gives the address
 */
record TokenRules(
        String issuer,
        Set<String> audiences,
        Optional<URI> keys,
        Set<JWSAlgorithm> algorithms,
        Duration clockSkew,
        TokenPlace token,
        Set<String> scopes) {

    /** The JDK's algorithms that verify with a public key: whoever can check such a token can't make one. */
    private static final Set<JWSAlgorithm> PUBLIC_KEY = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** @throws IllegalStateException if the environment isn't as the program sets it; nobody can connect then */
    static TokenRules of(Map<String, String> environment) {
        return new TokenRules(
                needed(environment, "JWT_ISSUER"),
                words(needed(environment, "JWT_AUDIENCES")).collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(environment.get("JWT_KEYS"))
                        .map(URI::create)
                        .map(IssuerKeys::safe),
                words(needed(environment, "JWT_ALGORITHMS"))
                        .map(TokenRules::algorithm)
                        .collect(Collectors.toUnmodifiableSet()),
                Duration.ofSeconds(Long.parseLong(needed(environment, "JWT_CLOCK_SKEW"))),
                TokenPlace.of(environment),
                words(environment.getOrDefault("JWT_SCOPES", "")).collect(Collectors.toUnmodifiableSet()));
    }

    private static String needed(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException(name + " is missing from the function's environment"));
    }

    private static JWSAlgorithm algorithm(String name) {
        return PUBLIC_KEY.stream()
                .filter(algorithm -> algorithm.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "JWT_ALGORITHMS: " + name + " is not allowed; allowed are " + PUBLIC_KEY));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
