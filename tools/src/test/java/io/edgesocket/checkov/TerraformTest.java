package io.edgesocket.checkov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.Context;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageRouteSettingArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.plan.Planner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerraformTest {
    @Test
    void a_resource_has_the_provider_s_name_and_its_own() {
        assertThat(terraform(ctx -> new Api(
                        "chat", ApiArgs.builder().protocolType("WEBSOCKET").build())))
                .isEqualTo("""
                        resource "aws_apigatewayv2_api" "chat" {
                          protocol_type = "WEBSOCKET"
                          lifecycle {
                            create_before_destroy = true
                            prevent_destroy = false
                          }
                        }
                        """);
    }

    @Test
    void a_reference_stays_one() {
        assertThat(terraform(ctx -> stage(new Api(
                        "chat", ApiArgs.builder().protocolType("WEBSOCKET").build()))))
                .contains("api_id = \"${aws_apigatewayv2_api.chat.id}\"");
    }

    @Test
    void a_list_of_objects_is_a_block_several_times() {
        assertThat(terraform(ctx -> new Stage(
                        "live",
                        StageArgs.builder()
                                .apiId("a")
                                .routeSettings(
                                        StageRouteSettingArgs.builder()
                                                .routeKey("send")
                                                .build(),
                                        StageRouteSettingArgs.builder()
                                                .routeKey("ping")
                                                .build())
                                .build())))
                .contains("""
                          route_settings {
                            route_key = "send"
                          }
                          route_settings {
                            route_key = "ping"
                          }
                        """);
    }

    @Test
    void a_map_is_a_value_and_keeps_its_keys() {
        assertThat(terraform(ctx -> new Stage(
                        "live",
                        StageArgs.builder()
                                .apiId("a")
                                .stageVariables(Map.of("backEnd", "50% ${literally} %{this}"))
                                .build())))
                .contains("stage_variables = {\"backEnd\" = \"50% $${literally} %%{this}\"}");
    }

    @ParameterizedTest
    @MethodSource
    void what_Pulumi_made_a_plural_is_singular_again(String pulumi, String terraform) {
        assertThat(TerraformNames.repeatedBlock(pulumi)).isEqualTo(terraform);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> what_Pulumi_made_a_plural_is_singular_again() {
        return Stream.of(
                arguments("origins", "origin"), arguments("orderedCacheBehaviors", "ordered_cache_behavior"),
                arguments("metricQueries", "metric_query"), arguments("rules", "rule"),
                arguments("apiStages", "api_stages"), arguments("routeSettings", "route_settings"));
    }

    private static void stage(Api api) {
        new Stage("live", StageArgs.builder().apiId(api.id()).build());
    }

    private static String terraform(Consumer<Context> program) {
        return Terraform.of(
                Planner.plan(Engine.run(new StackConfig("shop", "dev", Map.of(), Set.of()), program), Path.of("")));
    }
}
