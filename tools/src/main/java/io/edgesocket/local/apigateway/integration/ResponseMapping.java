package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.apigateway.mapping.BodyPath;
import io.edgesocket.local.apigateway.mapping.MappingException;
import io.edgesocket.local.apigateway.mapping.MappingTemplates;
import io.edgesocket.local.apigateway.mapping.NotJsonException;
import io.edgesocket.local.apigateway.mapping.SelectionExpression;
import io.edgesocket.local.apigateway.mapping.Variables;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.ExchangeVariables;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Integration.Answer;
import io.edgesocket.local.apigateway.stage.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reply from the answer of an integration that is no proxy: an integration response is selected, and its template
 * makes the reply. A key between slashes is a regular expression.
 */
final class ResponseMapping {
    private static final String BODY = "integration.response.body";
    private static final String HEADER = "integration.response.header.";
    private final SelectionExpression selection;
    private final Map<String, MappingTemplates> byKey = new LinkedHashMap<>();

    /** @param responses the inputs of the integration's responses */
    ResponseMapping(JsonNode integration, List<? extends JsonNode> responses) {
        this.selection = SelectionExpression.parse(
                integration.path("integrationResponseSelectionExpression").asText("$integration.response.statuscode"));
        responses.forEach(response -> byKey.put(
                response.path("integrationResponseKey").asText(),
                MappingTemplates.of(
                        response.path("responseTemplates"),
                        response.path("templateSelectionExpression").asText(""))));
    }

    /** As it is, if there is no template for it. */
    Answer map(Exchange exchange, Answer answer) {
        var exchanged = new ExchangeVariables(exchange);
        Variables variables = name -> ofAnswer(name, answer).or(() -> exchanged.value(name));
        var template = templates(selection.evaluate(variables)).flatMap(templates -> templates.select(variables));
        try {
            return template.map(chosen -> answer.withBody(chosen.render(exchanged.templateInput(answer.bytes()))))
                    .orElse(answer);
        } catch (MappingException wrong) {
            throw new GatewayErrorException(GatewayError.BAD_INTEGRATION, "response template: " + wrong.getMessage());
        }
    }

    private Optional<MappingTemplates> templates(String key) {
        return Optional.ofNullable(byKey.get(key))
                .or(() -> byKey.entrySet().stream()
                        .filter(entry -> matches(entry.getKey(), key))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .or(() -> Optional.ofNullable(byKey.get(Stage.DEFAULT)));
    }

    private static boolean matches(String pattern, String key) {
        return pattern.length() > 1
                && pattern.startsWith("/")
                && pattern.endsWith("/")
                && Pattern.matches(pattern.substring(1, pattern.length() - 1), key);
    }

    private static Optional<String> ofAnswer(String name, Answer answer) {
        if (name.equals("integration.response.statuscode")) {
            return Optional.of(Integer.toString(answer.status()));
        }
        if (name.startsWith(HEADER)) {
            return Optional.ofNullable(answer.headers().get(name.substring(HEADER.length())));
        }
        return name.startsWith(BODY) ? bodyPart(name.substring(BODY.length()), answer) : Optional.empty();
    }

    private static Optional<String> bodyPart(String path, Answer answer) {
        try {
            return BodyPath.parse(path).textIn(answer.bytes());
        } catch (NotJsonException notJson) {
            return Optional.empty();
        }
    }
}
