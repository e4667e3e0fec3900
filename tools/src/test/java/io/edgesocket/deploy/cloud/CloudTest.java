package io.edgesocket.deploy.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CloudTest {
    private final Cloud cloud = new Cloud();

    @Test
    void what_was_done_is_remembered_in_order() {
        var api = create("aws:apigatewayv2/api:Api", Map.of("name", "chat"));
        cloud.update(api.id(), wanted("aws:apigatewayv2/api:Api", Map.of("name", "talk")));
        cloud.delete(api);
        assertThat(cloud.operations())
                .extracting(Operation::toString)
                .containsExactly(
                        "create apigatewayv2.Api it", "update apigatewayv2.Api it", "delete apigatewayv2.Api it");
    }

    @Test
    void a_resource_has_the_outputs_that_AWS_adds() {
        var api = create("aws:apigatewayv2/api:Api", Map.of("name", "chat"));
        assertThat(Values.text(api.outputs(), "apiEndpoint"))
                .hasValue("wss://" + api.id() + ".execute-api.eu-west-1.amazonaws.com");
    }

    @Test
    void a_deployment_without_routes_is_refused() {
        var api = create("aws:apigatewayv2/api:Api", Map.of("name", "chat"));
        assertRefused(
                "aws:apigatewayv2/deployment:Deployment", Map.of("apiId", api.id()), "At least one route is required");
    }

    @Test
    void a_route_to_an_integration_that_does_not_exist_is_refused() {
        var api = create("aws:apigatewayv2/api:Api", Map.of("name", "chat"));
        assertRefused(
                "aws:apigatewayv2/route:Route",
                Map.of("apiId", api.id(), "routeKey", "ping", "target", "integrations/none"),
                "Unable to find apigatewayv2.Integration integrations/none");
    }

    @Test
    void a_second_route_with_the_same_key_is_refused() {
        var api = create("aws:apigatewayv2/api:Api", Map.of("name", "chat"));
        route(api, "ping");
        assertRefused(
                "aws:apigatewayv2/route:Route",
                Map.of("apiId", api.id(), "routeKey", "ping"),
                "Route with key ping already exists");
    }

    @Test
    void a_second_key_of_the_same_value_is_refused() {
        create("aws:apigateway/apiKey:ApiKey", Map.of("name", "a", "value", "the-same"));
        assertRefused(
                "aws:apigateway/apiKey:ApiKey",
                Map.of("name", "b", "value", "the-same"),
                "with value the-same already exists");
    }

    @Test
    void a_key_s_place_in_a_usage_plan_tells_its_value() {
        var key = create("aws:apigateway/apiKey:ApiKey", Map.of("name", "blue", "value", "the value"));
        var plan = create("aws:apigateway/usagePlan:UsagePlan", Map.of("name", "cdn"));
        var place =
                create("aws:apigateway/usagePlanKey:UsagePlanKey", Map.of("keyId", key.id(), "usagePlanId", plan.id()));
        assertThat(Values.text(place.outputs(), "value")).hasValue("the value");
    }

    @Test
    void a_stage_with_settings_for_an_unknown_route_is_refused() {
        var api = create("aws:apigatewayv2/api:Api", Map.of("name", "chat"));
        var settings = ListValue.newBuilder().addValues(object(Map.of("routeKey", "pong")));
        var stage = struct(Map.of("apiId", api.id(), "name", "live")).toBuilder()
                .putFields(
                        "routeSettings",
                        Value.newBuilder().setListValue(settings).build())
                .build();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cloud.create(wanted("aws:apigatewayv2/stage:Stage", stage)))
                .withMessageContaining("Unable to find Route by key pong");
    }

    @Test
    void a_deployment_that_a_stage_shows_is_not_deleted() {
        var api = create("aws:apigatewayv2/api:Api", Map.of("name", "chat"));
        route(api, "ping");
        var deployment = create("aws:apigatewayv2/deployment:Deployment", Map.of("apiId", api.id()));
        create(
                "aws:apigatewayv2/stage:Stage",
                Map.of("apiId", api.id(), "name", "live", "deploymentId", deployment.id()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cloud.delete(deployment))
                .withMessageContaining("referenced by apigatewayv2.Stage");
    }

    @Test
    void each_change_of_a_published_function_is_its_next_version() {
        create("aws:iam/role:Role", Map.of("name", "chat-role"));
        var type = "aws:lambda/function:Function";
        var created = cloud.create(wanted(type, published("first")));
        assertThat(Values.text(created.outputs(), "version")).hasValue("1");
        assertThat(Values.text(
                        cloud.update("chat", wanted(type, published("second"))).outputs(), "version"))
                .hasValue("2");
    }

    @Test
    void an_alias_of_an_unpublished_function_is_refused() {
        create("aws:iam/role:Role", Map.of("name", "chat-role"));
        var function = create("aws:lambda/function:Function", Map.of("name", "chat", "role", "chat-role"));
        assertRefused(
                "aws:lambda/alias:Alias",
                Map.of(
                        "name",
                        "live",
                        "functionName",
                        "chat",
                        "functionVersion",
                        Values.text(function.outputs(), "version").orElseThrow()),
                "publish the function");
    }

    private static Struct published(String description) {
        return struct(Map.of("name", "chat", "role", "chat-role", "description", description)).toBuilder()
                .putFields("publish", Value.newBuilder().setBoolValue(true).build())
                .build();
    }

    @Test
    void a_function_that_was_at_the_edge_is_not_deleted_even_when_its_distribution_is_gone() {
        var role = create("aws:iam/role:Role", Map.of("name", "chat-role"));
        var function = cloud.create(new Wanted(
                new Urn(ResourceTypes.of("aws:lambda/function:Function"), "it"), "us-east-1", published("first")));
        var distribution = create(
                "aws:cloudfront/distribution:Distribution",
                Map.of(
                        "lambdaArn",
                        Values.text(function.outputs(), "qualifiedArn").orElseThrow()));
        cloud.delete(distribution);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cloud.delete(function))
                .withMessageContaining("because it is a replicated function");
        cloud.delete(role);
        assertThat(cloud.resources()).containsExactly("lambda.Function it");
    }

    @Test
    void a_function_of_another_region_is_refused_at_the_edge() {
        create("aws:iam/role:Role", Map.of("name", "chat-role"));
        var function = cloud.create(wanted("aws:lambda/function:Function", published("first")));
        assertRefused(
                "aws:cloudfront/distribution:Distribution",
                Map.of(
                        "lambdaArn",
                        Values.text(function.outputs(), "qualifiedArn").orElseThrow()),
                "us-east-1");
    }

    @Test
    void an_address_is_refused_as_an_origin() {
        var origin = object(Map.of("domainName", "wss://chat.example.com"));
        var distribution = Struct.newBuilder()
                .putFields(
                        "origins",
                        Value.newBuilder()
                                .setListValue(ListValue.newBuilder().addValues(origin))
                                .build())
                .build();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cloud.create(wanted("aws:cloudfront/distribution:Distribution", distribution)))
                .withMessageContaining("cannot contain a colon");
    }

    private void route(Resource api, String key) {
        create("aws:apigatewayv2/route:Route", Map.of("apiId", api.id(), "routeKey", key));
    }

    private void assertRefused(String type, Map<String, String> inputs, String message) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> create(type, inputs))
                .withMessageContaining(message);
    }

    private Resource create(String type, Map<String, String> inputs) {
        return cloud.create(wanted(type, inputs));
    }

    private static Wanted wanted(String type, Map<String, String> inputs) {
        return wanted(type, struct(inputs));
    }

    private static Wanted wanted(String type, Struct inputs) {
        return new Wanted(new Urn(ResourceTypes.of(type), "it"), "eu-west-1", inputs);
    }

    private static Value object(Map<String, String> values) {
        return Value.newBuilder().setStructValue(struct(values)).build();
    }

    private static Struct struct(Map<String, String> values) {
        return Struct.newBuilder()
                .putAllFields(values.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, value -> Values.of(value.getValue()))))
                .build();
    }
}
