package io.edgesocket.probe.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.probe.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message that changes nothing and whose answer is known: that of a route with a mock integration. */
final class PlannedMessage {
    private static final Pattern SELECTION = Pattern.compile("\\$request\\.body\\.([A-Za-z0-9_-]+)");

    private PlannedMessage() {}

    static Optional<Message> of(Plan plan) {
        return Resources.of(plan, "aws:apigatewayv2/api:Api")
                .findFirst()
                .map(api -> SELECTION.matcher(
                        api.inputs().path("routeSelectionExpression").asText()))
                .filter(Matcher::matches)
                .flatMap(expression -> Resources.of(plan, "aws:apigatewayv2/route:Route")
                        .filter(PlannedMessage::isAnswered)
                        .flatMap(route -> answer(plan, route)
                                .map(text -> new Message(body(expression.group(1), route), Optional.of(text)))
                                .stream())
                        .findFirst());
    }

    private static boolean isAnswered(PlannedResource route) {
        return !key(route).startsWith("$") && route.inputs().has("routeResponseSelectionExpression");
    }

    private static String key(PlannedResource route) {
        return route.inputs().path("routeKey").asText();
    }

    private static String body(String property, PlannedResource route) {
        return JsonNodeFactory.instance.objectNode().put(property, key(route)).toString();
    }

    private static Optional<String> answer(Plan plan, PlannedResource route) {
        return Resources.of(plan, "aws:apigatewayv2/integration:Integration")
                .filter(each -> each.inputs().path("integrationType").asText().equals("MOCK"))
                .filter(each -> Resources.names(route.inputs().path("target"), each))
                .findFirst()
                .flatMap(integration -> Resources.of(plan, "aws:apigatewayv2/integrationResponse:IntegrationResponse")
                        .filter(each -> Resources.names(each.inputs().path("integrationId"), integration))
                        .findFirst())
                .map(response -> response.inputs()
                        .path("responseTemplates")
                        .path("$default")
                        .asText())
                .filter(PlannedMessage::isFixed);
    }

    /** Without variables and directives of a template. */
    private static boolean isFixed(String template) {
        return !template.isBlank() && !template.contains("$") && !template.contains("#");
    }
}
