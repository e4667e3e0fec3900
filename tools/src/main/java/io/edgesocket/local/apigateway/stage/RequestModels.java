package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.apigateway.mapping.Json;
import io.edgesocket.local.apigateway.mapping.SelectionExpression;
import io.edgesocket.local.apigateway.stage.Exchange.Message;
import io.edgesocket.local.stack.PlayedResource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models of a route, of which an expression chooses one for each message. A message for which there is none, not
 * even {@code $default}, is refused.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html">Request
 *      validation</a>
 */
public final class RequestModels {
    private final SelectionExpression selection;
    private final Map<String, String> names;
    private final Deployed deployed;
    /** Read when they are first needed. */
    private final Map<String, Model> byName = new ConcurrentHashMap<>();

    private RequestModels(SelectionExpression selection, Map<String, String> names, Deployed deployed) {
        this.selection = selection;
        this.names = names;
        this.deployed = deployed;
    }

    /** Empty if the route takes every message. */
    public static Optional<RequestModels> of(PlayedResource route, Deployed deployed) {
        var selection = route.text("modelSelectionExpression");
        var names = new HashMap<String, String>();
        route.inputs()
                .path("requestModels")
                .properties()
                .forEach(model -> names.put(model.getKey(), model.getValue().asText()));
        return selection.isEmpty()
                ? Optional.empty()
                : Optional.of(new RequestModels(SelectionExpression.parse(selection), names, deployed));
    }

    /** @throws GatewayErrorException if what is sent is a message that the route doesn't take */
    void check(Exchange exchange) {
        if (exchange.what() instanceof Message message) {
            chosen(exchange).check(tree(message));
        }
    }

    private Model chosen(Exchange exchange) {
        var key = selection.evaluate(new ExchangeVariables(exchange));
        var name = Optional.ofNullable(names.get(key))
                .or(() -> Optional.ofNullable(names.get(Stage.DEFAULT)))
                .orElseThrow(() -> new GatewayErrorException(
                        GatewayError.BAD_BODY,
                        "the route has no model \"" + key + "\", and no $default; there are " + names.keySet()));
        return byName.computeIfAbsent(name, this::read);
    }

    private Model read(String name) {
        return deployed.ofType("model:Model")
                .filter(model -> model.text("name").equals(name))
                .findFirst()
                .map(model -> Model.of(model, deployed))
                .orElseThrow(() -> new GatewayErrorException(
                        GatewayError.BAD_BODY, "the model " + name + " isn't in the deployment"));
    }

    private static JsonNode tree(Message message) {
        try {
            return Json.tree(message.body());
        } catch (IOException notJson) {
            throw new GatewayErrorException(GatewayError.BAD_BODY, "it isn't JSON, and the route has a model");
        }
    }
}
