package io.edgesocket.probe.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.Expected.PlainHttp;
import io.edgesocket.probe.Message;
import io.edgesocket.probe.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What this repository's own stacks are expected to be. */
class DeployedStackTest {
    private static final Map<String, String> OUTPUTS = Map.of(
            "url", "wss://d111111abcdef8.cloudfront.net",
            "managementEndpoint", "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live");

    @Test
    void the_address_is_the_output_url() {
        assertThat(new DeployedStack(plan("dev"), OUTPUTS).target().address())
                .isEqualTo(URI.create("wss://d111111abcdef8.cloudfront.net"));
    }

    @Test
    void a_stack_that_is_not_deployed_says_which_output_is_missing() {
        assertThatExceptionOfType(IncompleteOutputsException.class)
                .isThrownBy(() -> new DeployedStack(plan("dev"), Map.of()).target())
                .withMessageContainingAll("the stack dev", "output url");
    }

    @Test
    void the_origin_is_the_output_that_is_made_as_the_distribution_s_origin_is() {
        assertThat(new DeployedStack(plan("prod"), OUTPUTS).target().expected().origin())
                .contains(new Origin(
                        URI.create("wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live"), true, "x-api-key"));
    }

    @Test
    void a_stack_without_a_guard_says_so() {
        assertThat(new DeployedStack(plan("dev"), OUTPUTS).target().expected().origin())
                .hasValueSatisfying(origin -> assertThat(origin.guarded()).isFalse());
    }

    @Test
    void plain_http_and_ipv6_are_the_distribution_s() {
        var expected = new DeployedStack(plan("prod"), OUTPUTS).target().expected();

        assertThat(expected.plainHttp()).contains(PlainHttp.REFUSED);
        assertThat(expected.ipv6()).isTrue();
    }

    @Test
    void the_message_is_that_of_the_route_with_a_mock_integration() {
        assertThat(new DeployedStack(plan("dev"), OUTPUTS).target().messages())
                .containsExactly(new Message("{\"action\":\"ping\"}", Optional.of("{\"pong\":true}")));
    }

    @Test
    void a_token_is_put_where_the_authorizer_looks() {
        assertThat(new DeployedStack(plan("prod"), OUTPUTS).token("x"))
                .isEqualTo(new Token(Token.Place.subprotocol, "jwt", "x"));
    }

    @Test
    void without_an_authorizer_a_token_is_in_authorization() {
        assertThat(new DeployedStack(plan("dev"), OUTPUTS).token("x"))
                .isEqualTo(new Token(Token.Place.header, "Authorization", "x"));
    }

    @Test
    void at_another_address_the_same_is_expected() {
        var local = URI.create("ws://127.0.0.1:8080");

        assertThat(new DeployedStack(plan("dev"), Map.of()).target(local).messages())
                .hasSize(1);
    }

    private static Plan plan(String stack) {
        try (var json = DeployedStackTest.class.getResourceAsStream("/plans/stacks/" + stack + ".json")) {
            return PlanJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
