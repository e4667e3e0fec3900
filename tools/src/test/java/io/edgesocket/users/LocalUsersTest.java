package io.edgesocket.users;

import static io.edgesocket.users.Issuer.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users with tokens, from CloudFront to the handlers: the stack as the program registers it, code and libraries and all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LocalUsersTest {
    private static final String WHO_AM_I = "{\"action\":\"whoami\"}";
    private Issuer issuer;
    private LocalUsers byQueryString;

    @BeforeAll
    void start() throws IOException {
        issuer = Issuer.start();
        byQueryString = LocalUsers.of(issuer, "\"scopes\":[\"chat\"],\"snapStart\":true");
    }

    @AfterAll
    void stop() {
        byQueryString.close();
        issuer.close();
    }

    @Test
    void a_user_connects_and_the_handlers_know_who_it_is() throws InterruptedException {
        try (var client = byQueryString.connect("/?token=" + good(issuer))) {
            assertThat(client.answer(WHO_AM_I)).matches("\\{\"connectionId\":\"[^\"]+\",\"user\":\"ann\"}");
        }
    }

    static Stream<Function<Issuer, String>> unauthorized() {
        return Stream.of(
                issuer -> issuer.token(claims -> claims.expirationTime(in(-600))),
                issuer -> issuer.token(claims -> claims.notBeforeTime(in(600))),
                issuer -> issuer.token(claims -> claims.issuer("https://evil.example.com")),
                issuer -> issuer.token(claims -> claims.audience("shop")),
                issuer -> Issuer.signed(Issuer.newKey(issuer.key().getKeyID()), claims -> {}),
                issuer -> Issuer.signed(Issuer.newKey("unknown"), claims -> {}),
                issuer -> new PlainJWT(Issuer.claims().build()).serialize(),
                issuer -> "garbage");
    }

    @ParameterizedTest
    @MethodSource("unauthorized")
    void who_has_no_good_token_is_answered_401(Function<Issuer, String> token) {
        assertThat(byQueryString.refusal("/?token=" + token.apply(issuer))).isEqualTo(401);
    }

    @Test
    void who_has_no_token_is_answered_401_without_the_function() {
        assertThat(byQueryString.refusal("/")).isEqualTo(401);
        assertThat(byQueryString.told()).anyMatch(line -> line.contains("route.request.querystring.token is missing"));
    }

    @Test
    void who_lacks_a_scope_is_answered_403() {
        assertThat(byQueryString.refusal("/?token=" + issuer.token())).isEqualTo(403);
    }

    @Test
    void a_new_key_of_the_issuer_is_taken_up() throws IOException {
        try (var rotating = Issuer.start();
                var users = LocalUsers.of(rotating, "\"snapStart\":false")) {
            users.connect("/?token=" + rotating.token()).close();
            rotating.rotate();
            users.connect("/?token=" + rotating.token()).close();
            rotating.goDown();
            users.connect("/?token=" + rotating.token()).close();
        }
    }

    @Test
    void while_the_issuer_is_down_from_the_start_the_answer_is_500() throws IOException {
        try (var down = Issuer.start();
                var users = LocalUsers.of(down, "\"snapStart\":false")) {
            down.goDown();
            assertThat(users.refusal("/?token=" + down.token())).isEqualTo(500);
        }
    }

    @Test
    void a_token_among_the_subprotocols_connects_and_the_other_subprotocol_is_chosen() throws Exception {
        try (var users = LocalUsers.of(issuer, "\"token\":{\"subprotocol\":\"jwt\"}");
                var client = users.connect("/", "chat", "jwt." + issuer.token())) {
            assertThat(client.subprotocol()).isEqualTo("chat");
            assertThat(client.answer(WHO_AM_I)).contains("\"user\":\"ann\"");
        }
    }

    @Test
    void no_function_logs_anything_of_a_token() {
        var token = good(issuer);
        byQueryString.connect("/?token=" + token).close();
        byQueryString.refusal("/?token=" + token.replaceFirst("\\.", ".x"));
        for (var part : token.split("\\.")) {
            assertThat(byQueryString.logged()).isNotEmpty().noneMatch(line -> line.contains(part));
        }
    }

    private static String good(Issuer issuer) {
        return issuer.token(claims -> claims.claim("scope", "openid chat"));
    }
}
