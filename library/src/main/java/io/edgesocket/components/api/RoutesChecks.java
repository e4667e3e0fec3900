package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.MODEL_NAME_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.ROUTES_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.TEMPLATE_MAX;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
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
import java.util.stream.Stream;

/** Finds whatever AWS would refuse of the routes that one stack makes, and of the functions and models behind them. */
final class RoutesChecks {
    /** Gson reads what isn't quite JSON too, but not in this way. */
    private static final TypeAdapter<JsonElement> JSON = new Gson().getAdapter(JsonElement.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9]{1," + MODEL_NAME_MAX + "}");

    private final String name;
    private final RoutesArgs args;
    private final Problems problems;

    RoutesChecks(String name, RoutesArgs args, Problems problems) {
        this.name = name;
        this.args = args;
        this.problems = problems;
    }

    /** All but the models. */
    void run() {
        routes();
        functions();
        ourVariable();
    }

    void name(Property property, String given, int max) {
        problems.unless(
                NAME.matcher(given).matches() && given.length() <= max,
                property,
                '"' + given + '"',
                "1 to " + max + " letters, digits, - and _");
    }

    private void routes() {
        var count = args.routes.size();
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
                var most = LambdaLimits.ENVIRONMENT_MAX_BYTES
                        - WebSocketApi.endpointBytes(args.longestStageName(), args.domain());
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

    private Stream<FunctionTarget> allFunctions() {
        return Stream.concat(args.routeFunctions().stream(), args.authorizers().map(RequestAuthorizer::function))
                .distinct();
    }

    void models() {
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
