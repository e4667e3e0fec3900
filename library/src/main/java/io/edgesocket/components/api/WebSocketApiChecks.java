package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.DESCRIPTION_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.NAME_MAX;

import io.edgesocket.components.api.WebSocketApiArgs.ApiKeySource;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds whatever AWS would refuse of an API before anything of it is registered. */
final class WebSocketApiChecks {
    private static final Pattern IDENTITY_SOURCE =
            Pattern.compile("(route\\.request\\.(header|querystring)|stageVariables|context)\\.[A-Za-z0-9._$-]+");

    private final String name;
    private final WebSocketApiArgs args;
    private final Problems problems;
    private final RoutesChecks routes;

    WebSocketApiChecks(String name, WebSocketApiArgs args, Problems problems) {
        this.name = name;
        this.args = args;
        this.problems = problems;
        this.routes = new RoutesChecks(name, args, problems);
    }

    void run() {
        api();
        number();
        routes.run();
        guests();
        args.domain.ifPresent(domain -> domain.check(problems));
        args.guard.ifPresent(this::guard);
        args.authorizers().forEach(this::authorizer);
        routes.models();
        new StageChecks(args.stage, problems)
                .run(args.routes.stream().map(RoutesArgs.Entry::key).collect(Collectors.toSet()));
    }

    private void api() {
        routes.name(Property.of("name"), name, NAME_MAX);
        routeSelection();
        args.description.ifPresent(description -> problems.unless(
                description.length() <= DESCRIPTION_MAX,
                "description",
                description.length() + " characters",
                "at most " + DESCRIPTION_MAX));
    }

    private void routeSelection() {
        var property = Property.of("routeSelectionExpression");
        SelectionExpression.check(args.routeSelectionExpression, problems, property);
        SelectionExpression.plainText(args.routeSelectionExpression)
                .filter(key ->
                        args.routes.stream().noneMatch(entry -> entry.key().equals(key)))
                .ifPresent(key -> problems.add(
                        property,
                        '"' + args.routeSelectionExpression + '"',
                        "it is the same text for every message, and no route has that key: use a variable, as in "
                                + "$request.body.action"));
    }

    private void number() {
        problems.unless(
                !args.routes.isEmpty(),
                "routes",
                "none",
                "an API needs a route before it can be deployed: add $default");
    }

    private void guests() {
        var seen = new HashSet<String>();
        for (var guest : args.guests) {
            var property = Property.of("guests", guest.name());
            routes.name(property, guest.name(), NAME_MAX);
            problems.unless(seen.add(guest.name()), property, "given twice", "a guest for each stack, by its own name");
        }
    }

    private void guard(OriginGuard guard) {
        var connect = args.routes.stream().filter(RoutesArgs.Entry::isConnect).findFirst();
        connect.ifPresentOrElse(
                entry -> guard.check(problems, Property.of("routes", entry.key()), entry.route().access),
                () -> problems.add(
                        "guard", "an API without a route $connect", "add it: there the guard's key is asked for"));
        problems.unless(
                guard.apiKeys().isEmpty()
                        || args.apiKeySource
                                .filter(source -> source != ApiKeySource.HEADER)
                                .isEmpty(),
                "apiKeySource",
                "AUTHORIZER, with a guard by API keys",
                "HEADER, which is where CloudFront sends them");
    }

    private void authorizer(RequestAuthorizer authorizer) {
        var property = Property.of("authorizers", authorizer.name());
        routes.name(property, authorizer.name(), FunctionTarget.NAME_MAX);
        for (var source : authorizer.identitySources()) {
            problems.unless(
                    IDENTITY_SOURCE.matcher(source).matches(),
                    property.then("identitySources"),
                    '"' + source + '"',
                    "route.request.header.X, route.request.querystring.X, stageVariables.X or context.X, without $");
        }
    }
}
