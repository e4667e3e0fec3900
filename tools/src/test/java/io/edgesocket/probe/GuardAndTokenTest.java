package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.wire.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, and who doesn't. */
class GuardAndTokenTest {
    private static final String TOKEN = "t0ken+of/a=user";

    /** Lets in who has the token in the query string. */
    private static final class Authorized extends TestServer {
        @Override
        String answer(Call call) {
            var has = call.target().contains("token=t0ken%2Bof%2Fa%3Duser");
            return call.isHandshake() && !has && call.path().length() < 2
                    ? refusal(401, "UnauthorizedException", "Unauthorized")
                    : super.answer(call);
        }
    }

    private static final class Guarded extends TestServer {
        @Override
        String answer(Call call) {
            return refusal(403, "ForbiddenException", "Forbidden");
        }
    }

    private static Target behind(TestServer edge, TestServer origin) {
        var expected = new Expected(
                true,
                false,
                Optional.empty(),
                Optional.of(new Origin(origin.address().resolve("/live"), true, "x-api-key")),
                List.of());
        return Target.of(edge.address()).expecting(expected);
    }

    @Test
    void an_origin_that_refuses_passes() throws IOException {
        try (var edge = new TestServer();
                var origin = new Guarded()) {
            assertThat(Probed.ids(Probed.of(behind(edge, origin)), Outcome.Passed.class))
                    .contains("guard.no-key", "guard.wrong-key");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com, false",
        "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/, false",
        "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live, true",
        "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live/, true",
        "wss://a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn/, false",
        "wss://origin.example.com, true",
        "ws://localhost:8081/live, true",
        "ws://localhost:8081, false"
    })
    void only_a_name_of_its_own_is_of_a_stage_without_a_path(URI address, boolean isOfStage) {
        assertThat(new Origin(address, true, "x-api-key").isOfStage()).isEqualTo(isOfStage);
    }

    @Test
    void a_refusal_proves_no_guard_where_the_same_handshake_is_refused_through_cloudfront_too() throws IOException {
        try (var edge = new Guarded();
                var origin = new Guarded()) {
            var findings = Probed.of(behind(edge, origin));

            assertThat(Probed.ids(findings, Outcome.Skipped.class)).contains("guard.no-key", "guard.wrong-key");
            assertThat(Probed.words(findings, "guard.no-key"))
                    .isEqualTo("this handshake isn't let in through CloudFront either, so a refusal here says nothing:"
                            + " see handshake.101");
        }
    }

    @Test
    void an_origin_that_lets_in_fails_though_cloudfront_does_not() throws IOException {
        try (var edge = new Guarded();
                var origin = new AccessFaults.Everywhere()) {
            assertThat(Probed.ids(Probed.of(behind(edge, origin)), Outcome.Failed.class))
                    .contains("guard.no-key", "guard.wrong-key");
        }
    }

    @Test
    void a_token_lets_in_and_none_or_a_wrong_one_does_not() throws IOException {
        try (var server = new Authorized()) {
            var findings = Probed.of(withToken(server));

            assertThat(Probed.ids(findings, Outcome.Passed.class))
                    .contains("handshake.101", "token.with", "token.without", "token.wrong");
        }
    }

    @Test
    void the_token_is_in_nothing_that_was_found_even_if_the_server_sends_it_back() throws IOException {
        try (var server = new TestServer() {
            @Override
            String answer(Call call) {
                return page(403, Map.of("X-Seen", TOKEN), "you sent " + TOKEN + " in " + call.target());
            }
        }) {
            var findings = Probed.of(withToken(server), Secrets.of(List.of(TOKEN)));

            assertThat(findings.toString()).contains("[secret]").doesNotContain(TOKEN, "t0ken%2Bof%2Fa%3Duser");
        }
    }

    private static Target withToken(TestServer server) {
        return Target.of(server.address())
                .offering(new Offer(List.of(), List.of(), Optional.of(new Token(Token.Place.query, "token", TOKEN))));
    }
}
