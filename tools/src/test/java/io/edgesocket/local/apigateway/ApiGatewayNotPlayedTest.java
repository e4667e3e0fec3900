package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arguments of what API Gateway plays that have no effect here are named. */
class ApiGatewayNotPlayedTest {

    @Test
    void of_a_minimal_api_everything_is_played() {
        try (var gateway = new HandMadeStack()
                .replying("$default", FakeFunction.echo("echo"))
                .start()) {
            assertThat(gateway.gateway().notPlayed()).isEmpty();
        }
    }

    @Test
    void an_argument_that_nobody_has_thought_of_is_named() {
        try (var gateway =
                new HandMadeStack().api(api -> api.put("colour", "blue")).start()) {
            assertThat(gateway.gateway().notPlayed()).containsExactly("chat: colour: has no effect here");
        }
    }

    @Test
    void logs_and_metrics_of_a_stage_are_named() {
        var stack = new HandMadeStack().stage(stage -> {
            stage.putObject("defaultRouteSettings")
                    .put("throttlingRateLimit", 1)
                    .put("loggingLevel", "INFO");
            stage.putArray("routeSettings").addObject().put("routeKey", "x").put("detailedMetricsEnabled", true);
        });
        try (var gateway = stack.start()) {
            assertThat(gateway.gateway().notPlayed())
                    .containsExactly(
                            "stage: defaultRouteSettings.loggingLevel: no execution log is written; what happens is told as it"
                                    + " happens",
                            "stage: routeSettings.detailedMetricsEnabled: there are no metrics");
        }
    }

    @Test
    void what_is_as_it_would_be_without_is_not() {
        try (var gateway = new HandMadeStack()
                .api(api -> api.put("ipAddressType", "ipv4"))
                .stage(stage -> stage.putObject("defaultRouteSettings").put("loggingLevel", "OFF"))
                .start()) {
            assertThat(gateway.gateway().notPlayed()).isEmpty();
        }
    }

    @Test
    void a_private_integration_s_link_is_named() {
        try (var gateway = new HandMadeStack()
                .integration(
                        "inside",
                        "HTTP_PROXY",
                        integration ->
                                integration.put("connectionType", "VPC_LINK").put("connectionId", "link"))
                .start()) {
            assertThat(gateway.gateway().notPlayed())
                    .containsExactly(
                            "inside: the VPC link link leads into a VPC, which this machine doesn't reach; say what "
                                    + "stands for it: --vpc-link link=http://127.0.0.1:3000");
        }
    }
}
