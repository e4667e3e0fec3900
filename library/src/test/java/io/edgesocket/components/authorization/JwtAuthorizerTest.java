package io.edgesocket.components.authorization;

import static io.edgesocket.components.api.RecordedApi.functionArgs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.test.PulumiTest;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.api.RecordedApi;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.authorization.JwtAuthorizer.Builder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwtAuthorizerTest {

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    @Test
    void minimal_rules_have_the_stated_defaults() {
        assertThat(registered(minimal()).inputs("Function chat-users-function", "environment"))
                .containsExactly(entry(
                        "variables",
                        Map.of(
                                "JWT_ISSUER",
                                "https://auth.example.com",
                                "JWT_AUDIENCES",
                                "chat",
                                "JWT_ALGORITHMS",
                                "RS256 ES256",
                                "JWT_CLOCK_SKEW",
                                "60",
                                "JWT_TOKEN_QUERY_STRING",
                                "token")));
    }

    @Test
    void everything_set_is_told_to_the_function() {
        var rules = minimal()
                .audiences(List.of("chat", "admin"))
                .keys("https://auth.example.com/keys")
                .algorithms(List.of(JwtAlgorithm.PS256))
                .clockSkew(Duration.ZERO)
                .scopes(List.of("chat:read", "chat:write"))
                .token(TokenLocation.subprotocol("jwt"));
        assertThat(registered(rules).inputs("Function chat-users-function", "environment"))
                .containsExactly(entry(
                        "variables",
                        Map.of(
                                "JWT_ISSUER",
                                "https://auth.example.com",
                                "JWT_AUDIENCES",
                                "chat admin",
                                "JWT_KEYS",
                                "https://auth.example.com/keys",
                                "JWT_ALGORITHMS",
                                "PS256",
                                "JWT_CLOCK_SKEW",
                                "0",
                                "JWT_TOKEN_SUBPROTOCOL",
                                "jwt",
                                "JWT_SCOPES",
                                "chat:read chat:write")));
    }

    @Test
    void without_a_token_in_its_place_api_gateway_itself_refuses() {
        assertThat(registered(minimal()).inputs("Authorizer chat-users-authorizer"))
                .containsEntry("identitySources", List.of("route.request.querystring.token"));
        PulumiTest.cleanup();
        assertThat(registered(minimal().token(TokenLocation.subprotocol("jwt")))
                        .inputs("Authorizer chat-users-authorizer"))
                .containsEntry("identitySources", List.of("route.request.header.Sec-WebSocket-Protocol"));
    }

    @Test
    void an_api_key_can_be_asked_for_as_well() {
        var api = RecordedApi.of(WebSocketApiArgs.builder()
                .route("$connect", Route.mock().requiring(authorizer(minimal())).requiringApiKey()));
        assertThat(api.inputs("Route chat-connect"))
                .contains(entry("authorizationType", "CUSTOM"), entry("apiKeyRequired", true));
    }

    @Test
    void with_snapstart_the_authorizer_is_the_alias() {
        var api = RecordedApi.of(WebSocketApiArgs.builder()
                .route(
                        "$connect",
                        Route.mock()
                                .requiring(minimal()
                                        .build()
                                        .authorizer(
                                                "users",
                                                functionArgs().snapStart(true).build()))));
        assertThat(api.inputs("Authorizer chat-users-authorizer"))
                .containsEntry("authorizerUri", "arn:aws:apigateway:::chat-users-function-alias");
        assertThat(api.inputs("Permission chat-users-authorizer-permission")).containsEntry("qualifier", "live");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row(
                        b -> b.issuer("http://auth.example.com"),
                        "issuer: \"http://auth.example.com\"; an https:// URL, as it "
                                + "stands in the tokens' claim iss, with no query",
                        b -> b.issuer("https://auth.example.com:8443/a")),
                row(b -> b.audiences(List.of()), "audiences: 0 audiences; 1 to 10", b -> b.audiences(words(10))),
                row(b -> b.audiences(words(11)), "audiences: 11 audiences; 1 to 10", b -> b.audiences(words(1))),
                row(
                        b -> b.audiences(List.of("a b")),
                        "audiences: \"a b\"; no spaces",
                        b -> b.audiences(List.of("api://a-b/c"))),
                row(
                        b -> b.keys("http://keys.example.com"),
                        "keys: \"http://keys.example.com\"; an https:// URL, or an "
                                + "http:// one of this machine, for a local run",
                        b -> b.keys("http://localhost:8080/keys")),
                row(
                        b -> b.algorithms(List.of()),
                        "algorithms: none; one or more",
                        b -> b.algorithms(List.of(JwtAlgorithm.ES512))),
                row(
                        b -> b.clockSkew(Duration.ofSeconds(301)),
                        "clockSkew: 301.0 s; whole seconds, at most 300",
                        b -> b.clockSkew(Duration.ofSeconds(300))),
                row(
                        b -> b.clockSkew(Duration.ofMillis(1)),
                        "clockSkew: 0.001 s; whole seconds, at most 300",
                        b -> b.clockSkew(Duration.ZERO)),
                row(
                        b -> b.token(TokenLocation.queryString("to ken")),
                        "token.queryString: \"to ken\"; letters, digits, - and _",
                        b -> b.token(TokenLocation.queryString("to_ken"))),
                row(
                        b -> b.token(TokenLocation.subprotocol("a.b")),
                        "token.subprotocol: \"a.b\"; letters, digits, - and _",
                        b -> b.token(TokenLocation.subprotocol("a-b"))),
                row(b -> b.scopes(words(11)), "scopes: 11 scopes; at most 10", b -> b.scopes(words(10))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void rules_that_make_no_sense_are_refused(
            UnaryOperator<Builder> refused, String message, UnaryOperator<Builder> accepted) {
        assertThat(catchThrowableOfType(InvalidArgumentsException.class, () -> authorizer(refused.apply(minimal()))))
                .hasMessage("JwtAuthorizer \"users\": " + message);
        assertThatCode(() -> authorizer(accepted.apply(minimal()))).doesNotThrowAnyException();
    }

    private static Arguments row(UnaryOperator<Builder> refused, String message, UnaryOperator<Builder> accepted) {
        return arguments(refused, message, accepted);
    }

    private static List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i).toList();
    }

    private static Builder minimal() {
        return JwtAuthorizer.builder().issuer("https://auth.example.com").audiences(List.of("chat"));
    }

    private static RequestAuthorizer authorizer(Builder rules) {
        return rules.build().authorizer("users", functionArgs().build());
    }

    private static RecordedApi registered(Builder rules) {
        return RecordedApi.of(
                WebSocketApiArgs.builder().route("$connect", Route.mock().requiring(authorizer(rules))));
    }
}
