package io.edgesocket.components.authorization;

import static io.edgesocket.components.authorization.JwtLimits.AUDIENCES_MAX;
import static io.edgesocket.components.authorization.JwtLimits.CLOCK_SKEW_MAX;
import static io.edgesocket.components.authorization.JwtLimits.SCOPES_MAX;

import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who may connect: those with a JSON Web Token of an issuer. API Gateway has JWT authorizers for its HTTP APIs, and none
 * for WebSocket APIs, so a function checks the tokens: {@code io.edgesocket.users.JwtAuthorizerHandler}, or any other
 * that reads these rules in its environment.
 * <pre>{@code
 * var users = JwtAuthorizer.builder().issuer("https://auth.example.com").audiences(List.of("chat")).build();
 * Route.to(sessions).requiring(users.authorizer("users", function))
 * }</pre>
 * The function is asked once for each connection: API Gateway keeps no answers of a WebSocket API's authorizer.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html">Lambda
 *     REQUEST authorizer functions</a>
 */
public final class JwtAuthorizer {
    private final String issuer;
    private final List<String> audiences;
    private final Optional<String> keys;
    private final List<JwtAlgorithm> algorithms;
    private final Duration clockSkew;
    private final TokenLocation token;
    private final List<String> scopes;

    private JwtAuthorizer(Builder from) {
        issuer = from.issuer;
        audiences = from.audiences;
        keys = from.keys;
        algorithms = from.algorithms;
        clockSkew = from.clockSkew;
        token = from.token;
        scopes = from.scopes;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * An authorizer with these rules, for {@code $connect}.
     *
     * @param name     names it in AWS, and the function within its API
     * @param function what checks the tokens; it is told the rules
     * @throws InvalidArgumentsException naming everything that is wrong with the rules
     */
    public RequestAuthorizer authorizer(String name, LambdaFunctionArgs function) {
        var problems = new Problems();
        check(problems);
        problems.raise("JwtAuthorizer", name);
        return RequestAuthorizer.of(name, new NewFunction(name, told(function)), token.identitySource())
                .checkingOriginKeys();
    }

    private LambdaFunctionArgs told(LambdaFunctionArgs function) {
        var told = function.toBuilder()
                .environment("JWT_ISSUER", issuer)
                .environment("JWT_AUDIENCES", String.join(" ", audiences))
                .environment(
                        "JWT_ALGORITHMS",
                        String.join(" ", algorithms.stream().map(Enum::name).toList()))
                .environment("JWT_CLOCK_SKEW", String.valueOf(clockSkew.toSeconds()))
                .environment(token.variable(), token.name());
        keys.ifPresent(uri -> told.environment("JWT_KEYS", uri));
        if (!scopes.isEmpty()) {
            told.environment("JWT_SCOPES", String.join(" ", scopes));
        }
        return told.build();
    }

    private void check(Problems problems) {
        problems.unless(
                issuer.matches(JwtLimits.ISSUER),
                "issuer",
                '"' + issuer + '"',
                "an https:// URL, as it stands in " + "the tokens' claim iss, with no query");
        problems.unless(
                !audiences.isEmpty() && audiences.size() <= AUDIENCES_MAX,
                "audiences",
                audiences.size() + " audiences",
                "1 to " + AUDIENCES_MAX);
        words(problems, Property.of("audiences"), audiences);
        keys.ifPresent(uri -> problems.unless(
                uri.matches(JwtLimits.KEYS),
                "keys",
                '"' + uri + '"',
                "an https:// URL, or an http:// one of this machine, for a local run"));
        problems.unless(!algorithms.isEmpty(), "algorithms", "none", "one or more");
        problems.unless(
                !clockSkew.isNegative()
                        && clockSkew.compareTo(Duration.ofSeconds(CLOCK_SKEW_MAX)) <= 0
                        && clockSkew.equals(Duration.ofSeconds(clockSkew.toSeconds())),
                "clockSkew",
                clockSkew.toMillis() / 1000.0 + " s",
                "whole seconds, at most " + CLOCK_SKEW_MAX);
        token.check(problems);
        problems.unless(scopes.size() <= SCOPES_MAX, "scopes", scopes.size() + " scopes", "at most " + SCOPES_MAX);
        words(problems, Property.of("scopes"), scopes);
    }

    private static void words(Problems problems, Property property, List<String> words) {
        words.stream()
                .filter(word -> !word.matches(JwtLimits.WORD))
                .forEach(word -> problems.add(property, '"' + word + '"', "no spaces"));
    }

    /** Collects the rules. */
    public static final class Builder {
        private String issuer = "";
        private List<String> audiences = List.of();
        private Optional<String> keys = Optional.empty();
        private List<JwtAlgorithm> algorithms = JwtAlgorithm.DEFAULTS;
        private Duration clockSkew = Duration.ofSeconds(JwtLimits.CLOCK_SKEW_DEFAULT);
        private TokenLocation token = TokenLocation.queryString("token");
        private List<String> scopes = List.of();

        private Builder() {}

        /** Who signs the tokens, to the letter as in their claim {@code iss}: an https:// URL. Required. */
        public Builder issuer(String issuer) {
            this.issuer = issuer;
            return this;
        }

        /**
         * Whom the tokens are for: one of these must be in their claim {@code aud}, or be their {@code client_id} if they
         * have none. 1 to {@value JwtLimits#AUDIENCES_MAX}, without spaces. Required.
         */
        public Builder audiences(List<String> audiences) {
            this.audiences = List.copyOf(audiences);
            return this;
        }

        /**
         * Where the issuer publishes its keys, as a JSON Web Key Set. Default: what its
         * {@code /.well-known/openid-configuration} says, which is one request more when an instance of the function is
         * first called.
         */
        public Builder keys(String uri) {
            keys = Optional.of(uri);
            return this;
        }

        /** How the tokens may be signed. Default: RS256 and ES256. */
        public Builder algorithms(List<JwtAlgorithm> algorithms) {
            this.algorithms = List.copyOf(algorithms);
            return this;
        }

        /**
         * How much the issuer's clock may differ when a token begins and ends: whole seconds, at most
         * {@value JwtLimits#CLOCK_SKEW_MAX}. Default: {@value JwtLimits#CLOCK_SKEW_DEFAULT} seconds.
         */
        public Builder clockSkew(Duration clockSkew) {
            this.clockSkew = clockSkew;
            return this;
        }

        /** Where clients put the token. Default: in the query string {@code token}. */
        public Builder token(TokenLocation token) {
            this.token = token;
            return this;
        }

        /**
         * What a token must allow, all of it, in its claim {@code scope} or {@code scp}; who lacks one is answered 403.
         * At most {@value JwtLimits#SCOPES_MAX}, without spaces. Default: none.
         */
        public Builder scopes(List<String> scopes) {
            this.scopes = List.copyOf(scopes);
            return this;
        }

        public JwtAuthorizer build() {
            return new JwtAuthorizer(this);
        }
    }
}
