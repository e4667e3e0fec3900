package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.DESCRIPTION_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.MODEL_NAME_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.NAME_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.ROUTES_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.TEMPLATE_MAX;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import io.edgesocket.components.api.WebSocketApiArgs.ApiKeySource;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.functions.LambdaLimits;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whatever AWS would refuse of an API before anything of it is registered. */
final class WebSocketApiChecks {
    /** Gson reads what isn't quite JSON too, but not in this way. */
    private static final TypeAdapter<JsonElement> JSON = new Gson().getAdapter(JsonElement.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9]{1," + MODEL_NAME_MAX + "}");
    private static final Pattern IDENTITY_SOURCE =
            Pattern.compile("(route\\.request\\.(header|querystring)|stageVariables|context)\\.[A-Za-z0-9._$-]+");

    private final String name;
    private final WebSocketApiArgs args;
    private final Problems problems;

    WebSocketApiChecks(String name, WebSocketApiArgs args, Problems problems) {
        this.name = name;
        this.args = args;
        this.problems = problems;
    }

    void run() {
        api();
        routes();
        functions();
        ourVariable();
        args.domain.ifPresent(domain -> domain.check(problems));
        args.guard.ifPresent(this::guard);
        args.authorizers().forEach(this::authorizer);
        models();
        new StageChecks(args.stage, problems)
                .run(args.routes.stream().map(WebSocketApiArgs.Entry::key).collect(Collectors.toSet()));
    }

    private void api() {
        name(Property.of("name"), name, NAME_MAX);
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

    private void name(Property property, String given, int max) {
        problems.unless(
                NAME.matcher(given).matches() && given.length() <= max,
                property,
                '"' + given + '"',
                "1 to " + max + " letters, digits, - and _");
    }

    private void routes() {
        var count = args.routes.size();
        problems.unless(count > 0, "routes", "none", "an API needs a route before it can be deployed: add $default");
        problems.unless(
                count <= ROUTES_MAX,
                "routes",
                count + " routes",
                "at most " + ROUTES_MAX + ", AWS's quota of an API: send several kinds of messages to one route");
        var seen = new HashSet<String>();
        for (var entry : args.routes) {
            problems.unless(
                    seen.add(entry.key()), Property.of("routes", entry.key()), "given twice", "a key has one route");
            new RouteChecks(entry.key(), entry.route(), problems).run();
        }
    }

    private void functions() {
        var known = new HashMap<String, FunctionTarget>();
        allFunctions().forEach(function -> {
            var property = Property.of("functions", function.name());
            if (function instanceof NewFunction described) {
                problems.addAll(property, described.args().problems(ApiFunctions.nameOf(name, described)));
            } else {
                name(property, function.name(), FunctionTarget.NAME_MAX);
            }
            problems.unless(
                    known.put(function.name(), function) == null,
                    property,
                    "two functions of that name",
                    "name them apart, or use one value for both");
        });
    }

    private void ourVariable() {
        for (var function : args.routeFunctions()) {
            var taken = function instanceof NewFunction described
                    && described.args().environment.variables().containsKey(WebSocketApi.ENDPOINT_VARIABLE);
            problems.unless(
                    !taken,
                    Property.of("functions", function.name(), "environment", WebSocketApi.ENDPOINT_VARIABLE),
                    "given",
                    "the API sets it, to where the function's connections are: leave it out");
            if (function instanceof NewFunction described) {
                var bytes = described.args().environment.bytes();
                var most = LambdaLimits.ENVIRONMENT_MAX_BYTES - WebSocketApi.endpointBytes(args);
                problems.unless(
                        taken || bytes <= most || bytes > LambdaLimits.ENVIRONMENT_MAX_BYTES,
                        Property.of("functions", function.name(), "environment"),
                        bytes + " bytes",
                        "at most " + most + " bytes, keys and values together: Lambda takes "
                                + LambdaLimits.ENVIRONMENT_MAX_BYTES + ", of which " + WebSocketApi.ENDPOINT_VARIABLE
                                + " needs the rest");
            }
        }
    }

    private void guard(OriginGuard guard) {
        var connect =
                args.routes.stream().filter(WebSocketApiArgs.Entry::isConnect).findFirst();
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

    private Stream<FunctionTarget> allFunctions() {
        return Stream.concat(args.routeFunctions().stream(), args.authorizers().map(RequestAuthorizer::function))
                .distinct();
    }

    private void authorizer(RequestAuthorizer authorizer) {
        var property = Property.of("authorizers", authorizer.name());
        name(property, authorizer.name(), FunctionTarget.NAME_MAX);
        for (var source : authorizer.identitySources()) {
            problems.unless(
                    IDENTITY_SOURCE.matcher(source).matches(),
                    property.then("identitySources"),
                    '"' + source + '"',
                    "route.request.header.X, route.request.querystring.X, stageVariables.X or context.X, without $");
        }
    }

    private void models() {
        var seen = new HashSet<String>();
        args.models().forEach(model -> {
            var property = Property.of("models", model.name());
            problems.unless(
                    MODEL_NAME.matcher(model.name()).matches(),
                    property,
                    '"' + model.name() + '"',
                    "1 to " + MODEL_NAME_MAX + " letters and digits");
            problems.unless(seen.add(model.name()), property, "two models of that name", "name them apart");
            problems.unless(
                    isObject(model.schema()) && model.schema().length() <= TEMPLATE_MAX,
                    property.then("schema"),
                    model.schema().length() + " characters",
                    "a JSON schema, an object of at most " + TEMPLATE_MAX + " characters");
        });
    }

    private static boolean isObject(String json) {
        try {
            return JSON.fromJson(json).isJsonObject();
        } catch (IOException | JsonParseException broken) {
            return false;
        }
    }
}
