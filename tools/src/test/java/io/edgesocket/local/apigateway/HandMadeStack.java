package io.edgesocket.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One API, {@code chat}, with one stage, {@code live}, put together resource by resource. */
final class HandMadeStack {
    static final String API = "api1";
    private static final String ARN = "arn:aws:lambda:eu-west-1:000000000000:function:";
    private final List<PlayedResource> resources = new ArrayList<>();
    private final List<String> deployed = new ArrayList<>();
    private final Map<String, LocalFunction> functions = new HashMap<>();
    private final ObjectNode api =
            object().put("protocolType", "WEBSOCKET").put("routeSelectionExpression", "$request.body.action");
    private final ObjectNode stage =
            object().put("apiId", API).put("name", "live").put("deploymentId", "deployment");

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    HandMadeStack api(Consumer<ObjectNode> change) {
        change.accept(api);
        return this;
    }

    HandMadeStack stage(Consumer<ObjectNode> change) {
        change.accept(stage);
        return this;
    }

    /** A resource that no deployment depends on. */
    HandMadeStack resource(String type, String name, ObjectNode inputs) {
        resources.add(new PlayedResource(urn(type, name), type, name, name, "aws", List.of(), inputs));
        return this;
    }

    HandMadeStack deployed(String type, String name, ObjectNode inputs) {
        deployed.add(urn("aws:apigatewayv2/" + type, name));
        return resource("aws:apigatewayv2/" + type, name, inputs.put("apiId", API));
    }

    private static String urn(String type, String name) {
        return "urn:pulumi:dev::shop::" + type + "::" + name;
    }

    HandMadeStack integration(String name, String type, Consumer<ObjectNode> change) {
        var inputs = object().put("integrationType", type);
        change.accept(inputs);
        return deployed("integration:Integration", name, inputs);
    }

    HandMadeStack route(String key, String integration, Consumer<ObjectNode> change) {
        var inputs = object().put("routeKey", key).put("target", "integrations/" + integration);
        change.accept(inputs);
        return deployed("route:Route", "route " + key, inputs);
    }

    HandMadeStack reply(String key) {
        return deployed(
                "routeResponse:RouteResponse",
                "response " + key,
                object().put("routeId", "route " + key).put("routeResponseKey", "$default"));
    }

    HandMadeStack function(FakeFunction function) {
        return functions.put(ARN + function.name(), function) != null
                ? this
                : resource("aws:lambda/function:Function", function.name(), object().put("name", function.name()));
    }

    static String uri(LocalFunction function) {
        return "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + ARN + function.name()
                + "/invocations";
    }

    HandMadeStack permission(String function, String source) {
        return resource(
                "aws:lambda/permission:Permission",
                "permission " + resources.size(),
                object().put("function", function)
                        .put("action", "lambda:InvokeFunction")
                        .put("principal", "apigateway.amazonaws.com")
                        .put("sourceArn", "arn:aws:execute-api:eu-west-1:000000000000:" + API + "/" + source));
    }

    /** A one-way route to a function of its own, which it may call. */
    HandMadeStack to(String key, FakeFunction function) {
        return to(key, function, route -> {});
    }

    HandMadeStack to(String key, FakeFunction function, Consumer<ObjectNode> change) {
        return function(function)
                .permission(function.name(), "live/" + key)
                .integration("integration " + key, "AWS_PROXY", inputs -> inputs.put("integrationUri", uri(function)))
                .route(key, "integration " + key, change);
    }

    /** A route whose function's answer goes back to the client. */
    HandMadeStack replying(String key, FakeFunction function) {
        return to(key, function, inputs -> inputs.put("routeResponseSelectionExpression", "$default"))
                .reply(key);
    }

    PlayedStack stack() {
        var all = new ArrayList<>(resources);
        all.add(new PlayedResource(
                urn("aws:apigatewayv2/api:Api", "chat"),
                "aws:apigatewayv2/api:Api",
                "chat",
                API,
                "aws",
                List.of(),
                api));
        all.add(new PlayedResource(
                urn("aws:apigatewayv2/deployment:Deployment", "deployment"),
                "aws:apigatewayv2/deployment:Deployment",
                "deployment",
                "deployment",
                "aws",
                deployed,
                object().put("apiId", API)));
        all.add(new PlayedResource(
                urn("aws:apigatewayv2/stage:Stage", "stage"),
                "aws:apigatewayv2/stage:Stage",
                "stage",
                "stage",
                "aws",
                List.of(),
                stage));
        return new PlayedStack("shop", "dev", all);
    }

    Optional<LocalFunction> function(String uri) {
        return functions.entrySet().stream()
                .filter(entry -> uri.contains(entry.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    TestGateway start() {
        return start(GatewayOptions.AWS);
    }

    TestGateway start(GatewayOptions options) {
        return new TestGateway(this, options);
    }

    static ObjectNode templates(String template) {
        return object().put("$default", template);
    }

    static JsonNode texts(String... texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        List.of(texts).forEach(array::add);
        return array;
    }
}
