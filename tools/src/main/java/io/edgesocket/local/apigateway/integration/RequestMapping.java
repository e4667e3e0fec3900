package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.apigateway.mapping.MappingException;
import io.edgesocket.local.apigateway.mapping.MappingTemplates;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.ExchangeVariables;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import java.nio.charset.StandardCharsets;

/**
 * The body for an integration that is no proxy: made by a template, or the message itself where passthroughBehavior
 * allows it.
 */
record RequestMapping(MappingTemplates templates, String passthrough) {

    static RequestMapping of(JsonNode integration) {
        return new RequestMapping(
                MappingTemplates.of(
                        integration.path("requestTemplates"),
                        integration.path("templateSelectionExpression").asText("")),
                integration.path("passthroughBehavior").asText("WHEN_NO_MATCH"));
    }

    byte[] request(Exchange exchange) {
        var variables = new ExchangeVariables(exchange);
        var template = templates.select(variables);
        if (template.isEmpty()) {
            return passedThrough(exchange);
        }
        try {
            return template.get().render(variables.templateInput()).getBytes(StandardCharsets.UTF_8);
        } catch (MappingException wrong) {
            throw new GatewayErrorException(GatewayError.BAD_INTEGRATION, "request template: " + wrong.getMessage());
        }
    }

    private byte[] passedThrough(Exchange exchange) {
        var refused = passthrough.equals("NEVER") || passthrough.equals("WHEN_NO_TEMPLATES") && !templates.isEmpty();
        if (refused) {
            throw new GatewayErrorException(
                    GatewayError.NO_TEMPLATE,
                    "no request template is chosen, and passthroughBehavior is " + passthrough);
        }
        return exchange.what().body();
    }
}
