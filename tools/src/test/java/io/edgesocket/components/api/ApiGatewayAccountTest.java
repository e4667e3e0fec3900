package io.edgesocket.components.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.components.Planned;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiGatewayAccountTest {

    @Test
    void API_Gateway_alone_may_take_the_role() {
        assertThat(account()
                        .inputs("Role account-role")
                        .path("assumeRolePolicy")
                        .asText())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}");
    }

    @Test
    void the_role_may_write_logs_before_it_is_the_account_s() {
        assertThat(account()
                        .inputs("RolePolicyAttachment account-role-policy")
                        .path("policyArn")
                        .asText())
                .isEqualTo("arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs");
        assertThat(account().inputs("Account account").path("cloudwatchRoleArn").asText())
                .isEqualTo("${account-role.arn}");
        assertThat(account().dependencies("Account account")).contains("RolePolicyAttachment account-role-policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Role account-role", "RolePolicyAttachment account-role-policy", "Account account"})
    void all_of_it_stays_when_the_stack_goes_since_other_apis_log_with_it(String resource) {
        assertThat(account().resource(resource).retainOnDelete()).isTrue();
    }

    @Test
    void the_stage_of_an_api_waits_for_it() {
        var planned = Planned.of(ctx -> new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route("ping", Route.mock())
                        .account(new ApiGatewayAccount(
                                "account", ApiGatewayAccountArgs.builder().build()))
                        .build()));
        assertThat(planned.dependencies("Stage chat-stage")).contains("Account account");
    }

    @Test
    void a_role_that_exists_is_the_account_s_and_none_is_made() {
        var role = "arn:aws:iam::123456789012:role/logs";
        var planned = Planned.of(ctx -> new ApiGatewayAccount(
                "account", ApiGatewayAccountArgs.builder().role(role).build()));
        assertThat(planned.resources()).containsExactly("Account account");
        assertThat(planned.inputs("Account account").path("cloudwatchRoleArn").asText())
                .isEqualTo(role);
    }

    @Test
    void tags_that_AWS_would_refuse_are_refused() {
        assertThatThrownBy(() -> Planned.of(ctx -> new ApiGatewayAccount(
                        "account",
                        ApiGatewayAccountArgs.builder()
                                .tags(Map.of("aws:owner", "me"))
                                .build())))
                .hasMessageContaining("ApiGatewayAccount \"account\": tags: key \"aws:owner\"; 1 to 128");
    }

    private static Planned account() {
        return Planned.of(ctx ->
                new ApiGatewayAccount("account", ApiGatewayAccountArgs.builder().build()));
    }
}
