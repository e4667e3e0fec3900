package io.edgesocket.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.authorization.JwtAuthorizer;
import io.edgesocket.components.authorization.TokenLocation;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program writes the rules for tokens into the function's environment, and the function reads them there. The two have
 * no code in common, so this holds the names of the variables together.
 */
class RulesInEnvironmentTest {

    static List<TokenLocation> locations() {
        return List.of(TokenLocation.queryString("token"), TokenLocation.subprotocol("jwt"));
    }

    @ParameterizedTest
    @MethodSource("locations")
    void the_function_reads_each_variable_that_the_program_sets(TokenLocation location) {
        var environment = environment(location);
        var read = new TreeSet<String>();

        TokenRules.of(remembering(environment, read));

        assertThat(read).containsAll(environment.keySet());
    }

    private static Map<String, String> environment(TokenLocation location) {
        var authorizer = JwtAuthorizer.builder()
                .issuer("https://auth.example.com")
                .audiences(List.of("chat"))
                .keys("https://auth.example.com/keys")
                .scopes(List.of("chat:read"))
                .token(location)
                .build()
                .authorizer("users", LambdaFunctionArgs.builder().build());
        var environment = new HashMap<String, String>();
        ((NewFunction) authorizer.function())
                .args()
                .environment
                .variables()
                .forEach((name, value) -> environment.put(name, value.known().orElseThrow()));
        return environment;
    }

    private static Map<String, String> remembering(Map<String, String> environment, Set<String> read) {
        return new AbstractMap<>() {
            @Override
            public String get(Object key) {
                read.add((String) key);
                return environment.get(key);
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                return environment.entrySet();
            }
        };
    }
}
