package io.edgesocket.users;

import static io.edgesocket.users.Issuer.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthorizerHandlerTest {
    private static final String ARN = "arn:aws:execute-api:eu-west-1:123456789012:abc/live/$connect";
    private final KeptLog log = new KeptLog();
    private final Context context = mock(Context.class);
    private Issuer issuer;

    @BeforeEach
    void start() throws IOException {
        when(context.getLogger()).thenReturn(log);
        issuer = Issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void a_good_token_allows_what_was_asked_and_nothing_else() {
        var answer = handler().handleRequest(withToken(issuer.token()), context);
        assertThat(answer.getPrincipalId()).isEqualTo("ann");
        assertThat(statement(answer))
                .contains(
                        entry("Effect", "Allow"),
                        entry("Action", "execute-api:Invoke"),
                        entry("Resource", List.of(ARN).toArray()));
    }

    @Test
    void the_claims_become_texts_numbers_and_booleans() {
        var answer = handler()
                .handleRequest(
                        withToken(issuer.token(claims -> claims.claim("name", "Ann")
                                .claim("level", 3)
                                .claim("admin", true)
                                .claim("groups", List.of("a", "b"))
                                .claim("realm_access", Map.of("roles", List.of("r")))
                                .audience(List.of("chat", "other")))),
                        context);
        assertThat(answer.getContext())
                .contains(
                        entry("sub", "ann"),
                        entry("name", "Ann"),
                        entry("level", 3L),
                        entry("admin", true),
                        entry("groups", "[\"a\",\"b\"]"),
                        entry("realm_access", "{\"roles\":[\"r\"]}"),
                        entry("aud", "[\"chat\",\"other\"]"));
        assertThat(answer.getContext().get("exp")).isInstanceOf(Long.class);
    }

    @Test
    void a_token_can_not_say_what_is_api_gateway_s_or_ours_to_say() {
        var answer = handler()
                .handleRequest(
                        withToken(issuer.token(claims -> claims.claim("principalId", "eve")
                                .claim("integrationLatency", 1)
                                .claim("subprotocol", "x"))),
                        context);
        assertThat(answer.getContext()).doesNotContainKeys("principalId", "integrationLatency", "subprotocol");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("it has expired", issuer -> issuer.token(claims -> claims.expirationTime(in(-70)))),
                refused(
                        "it isn't valid yet, or it lacks the claim exp or sub",
                        issuer -> issuer.token(claims -> claims.notBeforeTime(in(70)))),
                refused(
                        "it isn't valid yet, or it lacks the claim exp or sub",
                        issuer -> issuer.token(claims -> claims.expirationTime(null))),
                refused(
                        "it isn't valid yet, or it lacks the claim exp or sub",
                        issuer -> issuer.token(claims -> claims.subject(null))),
                refused("its claim sub is empty", issuer -> issuer.token(claims -> claims.subject(" "))),
                refused(
                        "it is from another issuer",
                        issuer -> issuer.token(claims -> claims.issuer(Issuer.NAME + "/"))),
                refused("it is for another audience", issuer -> issuer.token(claims -> claims.audience("shop"))),
                refused("it is for another audience", issuer -> issuer.token(claims -> claims.audience(List.of()))),
                refused(
                        "it is for another audience",
                        issuer -> issuer.token(claims -> claims.audience("shop").claim("client_id", "chat"))),
                refused("its signature is wrong", JwtAuthorizerHandlerTest::signedByAnother),
                refused("its signature is wrong", issuer -> withoutSignature(issuer.token()) + "AAAA"),
                refused(
                        "its algorithm or type isn't accepted, or the issuer has no such key",
                        issuer -> Issuer.signed(Issuer.newKey("unknown"), claims -> {})),
                refused(
                        "its algorithm or type isn't accepted, or the issuer has no such key",
                        JwtAuthorizerHandlerTest::signedWithThePublicKey),
                refused(
                        "its algorithm or type isn't accepted, or the issuer has no such key",
                        issuer -> typed(issuer, "dpop+jwt")),
                refused(
                        "it is no signed JWT",
                        issuer -> new PlainJWT(Issuer.claims().build()).serialize()),
                refused("it is no signed JWT", issuer -> withoutSignature(issuer.token())),
                refused("it is no signed JWT", issuer -> "garbage"),
                refused("it is no signed JWT", issuer -> "a.b.c"),
                refused("it is no signed JWT", issuer -> ""),
                refused(
                        "it is longer than 8192 characters",
                        issuer -> issuer.token(claims -> claims.claim("padding", "x".repeat(8_192)))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_token_that_is_not_valid_is_a_401_and_the_log_says_why_without_any_of_it(
            String because, Function<Issuer, String> maker) {
        var token = maker.apply(issuer);
        assertUnauthorized(handler(), withToken(token));
        assertThat(log.lines).containsExactly("401: the token is refused: " + because + "\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {-50, 50})
    void within_the_clock_skew_a_token_is_good_already_or_still(long seconds) {
        assertThat(allows(
                        handler(),
                        issuer.token(claims ->
                                claims.notBeforeTime(in(seconds)).expirationTime(in(Math.max(seconds, -50) + 60)))))
                .isTrue();
        assertThat(allows(handler(), issuer.token(claims -> claims.expirationTime(in(-50)))))
                .isTrue();
    }

    @Test
    void an_access_token_of_cognito_has_its_client_as_audience() {
        assertThat(allows(
                        handler(),
                        issuer.token(claims -> claims.audience((String) null).claim("client_id", "chat"))))
                .isTrue();
    }

    @Test
    void an_access_token_of_rfc_9068_is_accepted() {
        assertThat(allows(handler(), typed(issuer, "at+jwt"))).isTrue();
    }

    /** A library takes each for a claim that isn't there, and a token without an end is good for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "exp", "nbf", "iat", "jti"})
    void a_registered_claim_that_is_null_is_refused(String name) {
        var token = issuer.token(claims -> claims.claim(name, null).serializeNullClaims(true));
        assertUnauthorized(handler(), withToken(token));
        assertThat(log.lines).containsExactly("401: the token is refused: its claim " + name + " is null\n");
    }

    @Test
    void a_token_signed_with_rsa_is_accepted() throws JOSEException {
        var token = signedWithRsa(2_048);
        assertThat(allows(handler(), token)).isTrue();
        assertUnauthorized(handler(Map.of("JWT_ALGORITHMS", "ES256")), withToken(token));
    }

    @Test
    void a_token_signed_with_a_weak_key_is_refused() throws JOSEException {
        assertUnauthorized(handler(), withToken(signedWithRsa(1_024)));
    }

    /** With a key that the issuer publishes. */
    private String signedWithRsa(int bits) throws JOSEException {
        var key = new RSAKeyGenerator(bits, true).keyID("rsa").generate();
        issuer.publish("{\"keys\":[" + key.toPublicJWK() + "]}");
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(),
                Issuer.claims().build());
        token.sign(new RSASSASigner(key.toPrivateKey(), true));
        return token.serialize();
    }

    @Test
    void the_keys_are_fetched_once_for_many_tokens() {
        var handler = handler();
        assertThat(issuer.asked).isEmpty();
        for (int i = 0; i < 5; i++) {
            assertThat(allows(handler, issuer.token())).isTrue();
        }
        assertThat(issuer.asked).containsExactly("/jwks.json");
    }

    @Test
    void a_new_key_of_the_issuer_is_fetched_when_a_token_comes_with_it() {
        var handler = handler();
        assertThat(allows(handler, issuer.token())).isTrue();
        issuer.rotate();
        assertThat(allows(handler, issuer.token())).isTrue();
        assertThat(issuer.asked).hasSize(2);
    }

    @Test
    void tokens_with_unknown_keys_do_not_flood_the_issuer() {
        var handler = handler();
        for (int i = 0; i < 20; i++) {
            assertUnauthorized(handler, withToken(Issuer.signed(Issuer.newKey("unknown" + i), claims -> {})));
        }
        assertThat(issuer.asked).hasSize(2);
        assertThat(allows(handler, issuer.token())).isTrue();
        assertThat(log.lines).contains("401: the token is refused: the issuer has no such key\n");
    }

    @Test
    void without_a_place_of_its_keys_the_issuer_tells_it() {
        issuer.tell(issuer.address(), issuer.keys());
        assertThat(allows(discovering(), issuer.token(claims -> claims.issuer(issuer.address()))))
                .isTrue();
        assertThat(issuer.asked).containsExactly("/.well-known/openid-configuration", "/jwks.json");
    }

    @Test
    void keys_of_another_issuer_or_that_come_unencrypted_are_not_taken() {
        var token = issuer.token(claims -> claims.issuer(issuer.address()));
        issuer.tell(Issuer.NAME, issuer.keys());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> discovering().handleRequest(withToken(token), context))
                .withMessageContaining("names another issuer");
        issuer.tell(issuer.address(), "http://keys.example.com/jwks.json");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> discovering().handleRequest(withToken(token), context))
                .withMessageContaining("doesn't begin with https://");
    }

    @Test
    void a_place_of_keys_that_the_issuer_leaves_out_is_told() {
        issuer.tell(issuer.address());
        var token = issuer.token(claims -> claims.issuer(issuer.address()));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> discovering().handleRequest(withToken(token), context))
                .withMessageContaining("/.well-known/openid-configuration has no jwks_uri");
    }

    @Test
    void an_issuer_that_is_not_there_is_told_without_null() {
        var token = issuer.token();
        var handler = handler();
        issuer.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> handler.handleRequest(withToken(token), context))
                .withMessageStartingWith("the issuer's keys can't be fetched: ")
                .satisfies(failure -> assertThat(failure).message().doesNotContain("null"));
    }

    @Test
    void rules_that_would_let_anybody_in_let_the_function_not_start() {
        for (var broken : List.of(
                Map.of("JWT_ALGORITHMS", "HS256"),
                Map.of("JWT_ALGORITHMS", "none"),
                Map.of("JWT_AUDIENCES", " "),
                Map.of("JWT_ISSUER", " "),
                Map.of("JWT_KEYS", "http://keys.example.com"))) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> handler(broken));
        }
    }

    @Test
    void an_issuer_that_is_down_is_no_401_since_the_token_may_be_good() {
        issuer.goDown();
        var handler = handler();
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> handler.handleRequest(withToken(issuer.token()), context))
                    .withMessageStartingWith("the issuer's keys can't be fetched: ");
        }
        assertThat(issuer.asked).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void keys_that_are_known_stay_good_when_the_issuer_goes_down() {
        var handler = handler();
        assertThat(allows(handler, issuer.token())).isTrue();
        issuer.goDown();
        assertUnauthorized(handler, withToken(Issuer.signed(Issuer.newKey("unknown"), claims -> {})));
        assertThat(allows(handler, issuer.token())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "{\"keys\":[{\"kty\":\"EC\"}]}"})
    void what_is_no_key_set_is_as_if_the_issuer_were_down(String published) {
        issuer.publish(published);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> handler().handleRequest(withToken(issuer.token()), context));
    }

    @Test
    void a_shared_secret_in_the_key_set_verifies_nothing() throws JOSEException {
        var secret = "a secret of thirty-two characters";
        issuer.publish("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"" + Base64URL.encode(secret) + "\"}]}");
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("s").build(),
                Issuer.claims().build());
        token.sign(new MACSigner(secret));
        assertUnauthorized(handler(), withToken(token.serialize()));
    }

    @Test
    void a_scope_that_is_missing_is_a_403() {
        var handler = handler(Map.of("JWT_SCOPES", "chat:read chat:write"));
        var answer =
                handler.handleRequest(withToken(issuer.token(claims -> claims.claim("scope", "chat:read"))), context);
        assertThat(statement(answer))
                .contains(
                        entry("Effect", "Deny"), entry("Resource", List.of(ARN).toArray()));
        assertThat(answer.getContext()).isEmpty();
        assertThat(log.lines)
                .singleElement()
                .asString()
                .startsWith("403: the token is valid, but lacks one of the scopes");
    }

    @Test
    void scopes_are_words_of_scope_or_a_list_in_scp() {
        var handler = handler(Map.of("JWT_SCOPES", "chat:read chat:write"));
        assertThat(allows(handler, issuer.token(claims -> claims.claim("scope", "chat:write x chat:read"))))
                .isTrue();
        assertThat(allows(handler, issuer.token(claims -> claims.claim("scp", List.of("chat:read", "chat:write")))))
                .isTrue();
    }

    @Test
    void a_missing_token_is_a_401() {
        var event = new APIGatewayCustomAuthorizerEvent();
        event.setMethodArn(ARN);
        assertUnauthorized(handler(), event);
    }

    @Test
    void a_token_is_found_among_the_subprotocols_and_the_other_one_is_handed_on() {
        var event = offering("chat.v2,  jwt." + issuer.token());
        var answer = subprotocols().handleRequest(event, context);
        assertThat(statement(answer)).containsEntry("Effect", "Allow");
        assertThat(answer.getContext()).containsEntry("subprotocol", "chat.v2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "jwt", "jwt.", "bearer.x", ","})
    void subprotocols_without_a_token_are_a_401(String offer) {
        assertUnauthorized(subprotocols(), offering(offer));
    }

    @Test
    void before_a_snapshot_a_token_of_its_own_is_verified_and_the_issuer_is_not_asked() {
        var handler = handler(Map.of(
                "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start", "JWT_ALGORITHMS", "RS256 PS256 ES256 ES384 ES512"));
        assertThat(issuer.asked).isEmpty();
        assertThat(allows(handler, issuer.token())).isTrue();
    }

    private static String signedByAnother(Issuer issuer) {
        return Issuer.signed(Issuer.newKey(issuer.key().getKeyID()), claims -> {});
    }

    /** Who takes the algorithm from the token would take the public key, which everybody has, for a shared secret. */
    private static String signedWithThePublicKey(Issuer issuer) {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(issuer.key().getKeyID())
                .build();
        var token = new SignedJWT(header, Issuer.claims().build());
        try {
            token.sign(new MACSigner(issuer.key().toPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static String typed(Issuer issuer, String type) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, Issuer.claims().build());
        try {
            token.sign(new ECDSASigner(issuer.key()));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static Arguments refused(String because, Function<Issuer, String> token) {
        return arguments(because, token);
    }

    private void assertUnauthorized(JwtAuthorizerHandler handler, APIGatewayCustomAuthorizerEvent event) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> handler.handleRequest(event, context))
                .withMessage("Unauthorized")
                .withNoCause();
    }

    private boolean allows(JwtAuthorizerHandler handler, String token) {
        return "Allow"
                .equals(statement(handler.handleRequest(withToken(token), context))
                        .get("Effect"));
    }

    @SuppressWarnings("unchecked") // as the library makes it
    private static Map<String, Object> statement(IamPolicyResponse answer) {
        return ((Map<String, Object>[]) answer.getPolicyDocument().get("Statement"))[0];
    }

    @Test
    void a_call_that_went_around_the_cdn_is_denied_whatever_token_it_brings() {
        var event = withToken(issuer.token());
        event.setHeaders(Map.of("x-origin-key", "red"));
        assertThat(statement(behindCdn().handleRequest(event, context))).contains(entry("Effect", "Deny"));
        assertThat(log.lines).containsExactly("403: the call went around the CDN\n");
    }

    @Test
    void a_call_through_the_cdn_needs_a_token_all_the_same() {
        var event = withToken(issuer.token());
        event.setHeaders(Map.of("X-Origin-Key", "blue"));
        assertThat(statement(behindCdn().handleRequest(event, context))).contains(entry("Effect", "Allow"));
        event.setQueryStringParameters(Map.of());
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> behindCdn().handleRequest(event, context));
    }

    private JwtAuthorizerHandler behindCdn() {
        return handler(Map.of("ORIGIN_KEY_HEADER", "x-origin-key", "ORIGIN_KEYS", "blue,green"));
    }

    private JwtAuthorizerHandler handler() {
        return handler(Map.of());
    }

    private JwtAuthorizerHandler discovering() {
        return handler(Map.of("JWT_ISSUER", issuer.address(), "JWT_KEYS", ""));
    }

    private JwtAuthorizerHandler subprotocols() {
        return handler(Map.of("JWT_TOKEN_SUBPROTOCOL", "jwt"));
    }

    private JwtAuthorizerHandler handler(Map<String, String> changes) {
        var environment = new HashMap<>(Map.of(
                "JWT_ISSUER",
                Issuer.NAME,
                "JWT_AUDIENCES",
                "other chat",
                "JWT_KEYS",
                issuer.keys(),
                "JWT_ALGORITHMS",
                "RS256 ES256",
                "JWT_CLOCK_SKEW",
                "60",
                "JWT_TOKEN_QUERY_STRING",
                "token"));
        environment.putAll(changes);
        environment.values().removeIf(String::isEmpty);
        return new JwtAuthorizerHandler(environment);
    }

    private static APIGatewayCustomAuthorizerEvent withToken(String token) {
        var event = new APIGatewayCustomAuthorizerEvent();
        event.setMethodArn(ARN);
        event.setQueryStringParameters(Map.of("token", token));
        return event;
    }

    private static APIGatewayCustomAuthorizerEvent offering(String subprotocols) {
        var event = new APIGatewayCustomAuthorizerEvent();
        event.setMethodArn(ARN);
        event.setHeaders(Map.of("sec-websocket-protocol", subprotocols));
        return event;
    }
}
