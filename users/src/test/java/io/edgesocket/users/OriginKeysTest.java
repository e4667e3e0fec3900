package io.edgesocket.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginKeysTest {
    private static final String ARN = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/live/$connect";
    private static final Map<String, String> TWO_KEYS =
            Map.of("ORIGIN_KEY_HEADER", "x-origin-key", "ORIGIN_KEYS", "blue,green");

    @ParameterizedTest
    @ValueSource(strings = {"blue", "green"})
    void each_of_the_keys_lets_in(String key) {
        assertThat(effect(Map.of("x-origin-key", key))).isEqualTo("Allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "red", "Blue", "blu", "bluee", " blue", "blue,green", "blue, green", "*"})
    void anything_else_is_denied(String key) {
        assertThat(effect(Map.of("x-origin-key", key))).isEqualTo("Deny");
    }

    @Test
    void the_case_of_the_header_s_name_makes_no_difference() {
        assertThat(effect(Map.of("X-Origin-KEY", "blue"))).isEqualTo("Allow");
    }

    @Test
    void a_key_in_another_header_is_none() {
        assertThat(effect(Map.of("x-api-key", "blue", "x-origin-key ", "blue"))).isEqualTo("Deny");
    }

    @Test
    void no_headers_at_all_are_denied() {
        assertThat(effect(null)).isEqualTo("Deny");
    }

    @Test
    void the_policy_is_about_the_one_call() {
        assertThat(statement(answer(Map.of("x-origin-key", "blue"))))
                .containsEntry("Action", "execute-api:Invoke")
                .containsEntry("Resource", new String[] {ARN});
    }

    @Test
    void an_environment_without_the_header_s_name_asks_for_no_key() {
        assertThat(OriginKeys.in(Map.of("ORIGIN_KEYS", "blue"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", " , "})
    void an_environment_with_the_header_s_name_and_no_key_lets_nobody_start(String keys) {
        assertThatThrownBy(() -> OriginKeys.in(Map.of("ORIGIN_KEY_HEADER", "x-origin-key", "ORIGIN_KEYS", keys)))
                .hasMessage("ORIGIN_KEYS holds no key, though ORIGIN_KEY_HEADER is set");
    }

    @Test
    void the_handler_does_not_start_without_its_environment() {
        assertThatThrownBy(() -> new OriginKeyHandler(Map.of()))
                .hasMessage("ORIGIN_KEY_HEADER is missing from the environment");
    }

    private static Object effect(Map<String, String> headers) {
        return statement(answer(headers)).get("Effect");
    }

    private static IamPolicyResponse answer(Map<String, String> headers) {
        var event = new APIGatewayCustomAuthorizerEvent();
        event.setMethodArn(ARN);
        event.setHeaders(headers);
        return new OriginKeyHandler(TWO_KEYS).handleRequest(event, null);
    }

    @SuppressWarnings("unchecked") // that is how the library keeps it
    private static Map<String, Object> statement(IamPolicyResponse answer) {
        return ((Map<String, Object>[]) answer.getPolicyDocument().get("Statement"))[0];
    }
}
