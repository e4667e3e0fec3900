package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.PARAMETER_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.TEMPLATE_MAX;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.regex.Pattern;

/** Finds whatever AWS would refuse of a route's request parameters and templates. */
final class MappingChecks {
    private static final String NAME = "\\.[A-Za-z0-9._$-]+";
    private static final Pattern PARAMETER =
            Pattern.compile("integration\\.request\\.(header|querystring|path)" + NAME);
    private static final Pattern OF_HANDSHAKE =
            Pattern.compile("route\\.request\\.(multivalue)?(header|querystring)" + NAME);
    private static final Pattern SOURCE = Pattern.compile(
            "route\\.request\\.body(\\.\\S+)?|context" + NAME + "|stageVariables\\.[A-Za-z0-9_]+|'.*'", Pattern.DOTALL);

    private final String key;
    private final Property property;
    private final Route route;
    private final Problems problems;

    MappingChecks(String key, Route route, Problems problems) {
        this.key = key;
        this.property = Property.of("routes", key);
        this.route = route;
        this.problems = problems;
    }

    void run() {
        route.mapping.parameters().forEach(this::parameter);
        templates(route.mapping.templates(), "requestTemplate");
        templates(route.reply.templates(), "replying");
    }

    private void parameter(String name, String source) {
        var place = property.then("requestParameters", name);
        problems.unless(
                PARAMETER.matcher(name).matches(),
                place,
                '"' + name + '"',
                "integration.request.header.X, integration.request.querystring.X or integration.request.path.X");
        if (OF_HANDSHAKE.matcher(source).matches()) {
            problems.unless(
                    key.equals(RouteKeys.CONNECT),
                    place,
                    '"' + source + '"',
                    "only $connect has headers and a query string: keep what is needed when a client connects");
        } else {
            problems.unless(
                    SOURCE.matcher(source).matches(),
                    place,
                    '"' + source + '"',
                    "route.request.body.x, route.request.header.X, route.request.querystring.X, context.x, "
                            + "stageVariables.x or 'a text' in single quotes");
        }
        problems.unless(
                source.length() <= PARAMETER_MAX, place, source.length() + " characters", "at most " + PARAMETER_MAX);
    }

    private void templates(Templates templates, String setting) {
        if (templates.isEmpty()) {
            return;
        }
        var place = property.then(setting);
        problems.unless(
                !route.target.isProxy(),
                place,
                "a template",
                "a proxy passes messages as they are: leave it out, or use Route.http without proxy");
        SelectionExpression.check(templates.selectionExpression(), problems, place);
        templates
                .byKey()
                .forEach((templateKey, template) -> problems.unless(
                        !template.isBlank() && template.length() <= TEMPLATE_MAX,
                        place.then(templateKey),
                        template.length() + " characters",
                        "1 to " + TEMPLATE_MAX + " characters that aren't all blank"));
    }
}
