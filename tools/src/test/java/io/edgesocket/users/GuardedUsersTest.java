package io.edgesocket.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users with tokens, of an API that is locked too: a client needs a good token and comes through CloudFront. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class GuardedUsersTest {
    private static final String KEY = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private Issuer issuer;
    private Map<String, LocalUsers> runs;

    @BeforeAll
    void start() throws IOException {
        issuer = Issuer.start();
        runs = Map.of(
                "apiKey",
                LocalUsers.guarded(issuer, "apiKey", KEY),
                "header",
                LocalUsers.guarded(issuer, "header", KEY));
    }

    @AfterAll
    void stop() {
        runs.values().forEach(LocalUsers::close);
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({"apiKey", "header"})
    void with_a_token_one_connects_through_cloudfront(String kind) {
        runs.get(kind).connect("/" + token()).close();
    }

    @ParameterizedTest
    @CsvSource({"apiKey", "header"})
    void without_one_the_key_that_cloudfront_adds_does_not_help(String kind) {
        assertThat(runs.get(kind).refusal("/")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"apiKey, x-api-key", "header, x-origin-key"})
    void both_the_token_and_the_key_connect(String kind, String header) {
        runs.get(kind).connectAroundTheCdn(token(), header, KEY).close();
    }

    @ParameterizedTest
    @CsvSource({"apiKey, x-api-key", "header, x-origin-key"})
    void a_key_without_a_token_is_answered_401(String kind, String header) {
        assertThat(runs.get(kind).refusalAroundTheCdn("", header, KEY)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"apiKey, 403", "header, 401"})
    void a_token_without_a_key_is_refused_as_the_kind_of_guard_does(String kind, int status) {
        assertThat(runs.get(kind).refusalAroundTheCdn(token())).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"apiKey, x-api-key", "header, x-origin-key"})
    void a_token_with_a_wrong_key_is_answered_403(String kind, String header) {
        assertThat(runs.get(kind).refusalAroundTheCdn(token(), header, KEY + "0"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"apiKey", "header"})
    void neither_is_answered_401(String kind) {
        assertThat(runs.get(kind).refusalAroundTheCdn("")).isEqualTo(401);
    }

    private String token() {
        return "?token=" + issuer.token();
    }
}
