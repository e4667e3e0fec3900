package io.edgesocket.probe.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.edgesocket.estate.Estate;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.Planner;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.Expected.PlainHttp;
import io.edgesocket.probe.Message;
import io.edgesocket.probe.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        assertThat(new DeployedStack(stack("dev"), OUTPUTS).target().address())
                .isEqualTo(URI.create("wss://d111111abcdef8.cloudfront.net"));
    }

    @Test
    void a_stack_that_is_not_deployed_says_which_output_is_missing() {
        assertThatExceptionOfType(IncompleteOutputsException.class)
                .isThrownBy(() -> new DeployedStack(stack("dev"), Map.of()).target())
                .withMessageContainingAll("the stack dev", "output url");
    }

    @Test
    void the_origin_is_the_output_that_is_made_as_the_distribution_s_origin_is() {
        assertThat(new DeployedStack(stack("prod"), OUTPUTS).target().expected().origin())
                .contains(new Origin(
                        URI.create("wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live"), true, "x-api-key"));
    }

    @Test
    void a_stack_without_a_guard_says_so() {
        assertThat(new DeployedStack(stack("dev"), OUTPUTS).target().expected().origin())
                .hasValueSatisfying(origin -> assertThat(origin.guarded()).isFalse());
    }

    @Test
    void plain_http_and_ipv6_are_the_distribution_s() {
        var expected = new DeployedStack(stack("prod"), OUTPUTS).target().expected();

        assertThat(expected.plainHttp()).contains(PlainHttp.REFUSED);
        assertThat(expected.ipv6()).isTrue();
    }

    @Test
    void the_message_is_that_of_the_route_with_a_mock_integration() {
        assertThat(new DeployedStack(stack("dev"), OUTPUTS).target().messages())
                .containsExactly(new Message("{\"action\":\"ping\"}", Optional.of("{\"pong\":true}")));
    }

    @Test
    void a_token_is_put_where_the_authorizer_looks() {
        assertThat(new DeployedStack(stack("prod"), OUTPUTS).token("x"))
                .isEqualTo(new Token(Token.Place.subprotocol, "jwt", "x"));
    }

    @Test
    void without_an_authorizer_a_token_is_in_authorization() {
        assertThat(new DeployedStack(stack("dev"), OUTPUTS).token("x"))
                .isEqualTo(new Token(Token.Place.header, "Authorization", "x"));
    }

    @Test
    void at_another_address_the_same_is_expected() {
        var local = URI.create("ws://127.0.0.1:8080");

        assertThat(new DeployedStack(stack("dev"), Map.of()).target(local).messages())
                .hasSize(1);
    }

    @Test
    void where_the_default_origin_is_a_site_the_socket_s_own_behavior_counts() {
        var expected = estate().target().expected();

        assertThat(expected.plainHttp()).contains(PlainHttp.REFUSED);
        assertThat(expected.origin()).contains(new Origin(URI.create("wss://origin.example.com"), true, "x-api-key"));
        assertThat(expected.paths()).isEmpty();
    }

    @Test
    void the_behavior_is_that_of_the_address_which_is_given() {
        var site = estate().target(URI.create("wss://chat.example.com")).expected();

        assertThat(site.plainHttp()).contains(PlainHttp.REDIRECTED);
        assertThat(site.paths()).containsExactly("/ws");
    }

    @Test
    void a_header_that_cloudfront_adds_at_whichever_origin_is_no_place_for_a_token() {
        var plan = plan(
                resource("aws:cloudfront/distribution:Distribution", """
                        {"defaultCacheBehavior": {"targetOriginId": "site"},
                         "origins": [{"originId": "site"},
                                     {"originId": "chat", "customHeaders": [{"name": "x-origin-key"}]}]}"""),
                resource("aws:apigatewayv2/authorizer:Authorizer", """
                        {"identitySources": ["route.request.header.x-origin-key", "route.request.querystring.token"]}"""));

        assertThat(new DeployedStack(plan, Map.of()).token("x")).isEqualTo(new Token(Token.Place.query, "token", "x"));
    }

    /** Its site is the default origin, and its WebSocket is at {@code /ws}. */
    private static DeployedStack estate() {
        return new DeployedStack(
                Planner.plan(Estate.registrations(), Path.of("")), Map.of("url", "wss://chat.example.com/ws"));
    }

    private static Plan plan(String... resources) {
        return PlanJson.read("""
                {"version": 1, "project": "shop", "stack": "dev", "resources": [%s], "outputs": {}}""".formatted(String.join(",", resources)));
    }

    private static String resource(String type, String inputs) {
        return """
                {"urn": "urn:pulumi:dev::shop::%1$s::a", "type": "%1$s", "name": "a", "custom": true, "protect": false,
                 "retainOnDelete": false, "deleteBeforeReplace": false, "aliases": [], "ignoreChanges": [],
                 "dependsOn": [], "inputs": %2$s}""".formatted(type, inputs);
    }

    private static Plan stack(String name) {
        try (var json = DeployedStackTest.class.getResourceAsStream("/plans/stacks/" + name + ".json")) {
            return PlanJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
