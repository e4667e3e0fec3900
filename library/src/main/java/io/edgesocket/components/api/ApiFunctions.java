package io.edgesocket.components.api;

import com.pulumi.core.Output;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.ExistingFunction;
import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that an API calls: it makes those that are only described. */
final class ApiFunctions {

    private final ApiScope scope;
    private final Output<String> managementEndpoint;
    private final Map<NewFunction, LambdaFunction> made = new LinkedHashMap<>();

    private ApiFunctions(ApiScope scope, Output<String> managementEndpoint) {
        this.scope = scope;
        this.managementEndpoint = managementEndpoint;
    }

    static ApiFunctions make(ApiScope scope, Output<String> managementEndpoint) {
        var functions = new ApiFunctions(scope, managementEndpoint);
        described(scope.args().routeFunctions().stream())
                .forEach(function -> functions.make(function, functions.connected(function.args())));
        described(scope.args().authorizers().map(RequestAuthorizer::function))
                .forEach(function -> functions.make(function, function.args()));
        return functions;
    }

    private static Stream<NewFunction> described(Stream<FunctionTarget> functions) {
        return functions.filter(NewFunction.class::isInstance).map(NewFunction.class::cast);
    }

    /** The function behind a target, whoever made it. */
    ExistingFunction get(FunctionTarget target) {
        return target instanceof ExistingFunction existing
                ? existing
                : ExistingFunction.of(target.name(), made.get(target));
    }

    Map<String, LambdaFunction> byName() {
        var byName = new LinkedHashMap<String, LambdaFunction>();
        made.forEach((described, function) -> byName.put(described.name(), function));
        return byName;
    }

    /** Those that authorizers ask, the guard's among them; what is made elsewhere isn't known. */
    Map<String, LambdaFunction> authorizing() {
        var authorizing = new LinkedHashMap<String, LambdaFunction>();
        scope.args()
                .authorizers()
                .map(RequestAuthorizer::function)
                .forEach(asked -> known(asked).ifPresent(function -> authorizing.put(asked.name(), function)));
        return authorizing;
    }

    /** An output equals itself alone, so an equal one shows that the function is the guard's. */
    private Optional<LambdaFunction> known(FunctionTarget target) {
        return target instanceof ExistingFunction existing
                ? scope.args()
                        .guard
                        .flatMap(OriginGuard::function)
                        .filter(made -> existing.invokeArn().equals(made.invokeArn()))
                : Optional.of(made.get(target));
    }

    /** All that clients depend on: those that the API made, and the guard's if it is asked. */
    Map<String, LambdaFunction> watched() {
        var watched = byName();
        watched.putAll(authorizing());
        return watched;
    }

    static String nameOf(String api, NewFunction function) {
        return api + "-" + function.name() + "-function";
    }

    private void make(NewFunction function, LambdaFunctionArgs args) {
        made.computeIfAbsent(
                function,
                absent -> new LambdaFunction(
                        nameOf(scope.parentName(), function),
                        args.within(scope.args().tags, scope.args().transform),
                        scope.children().nested()));
    }

    /**
     * Tells a function where its connections are, and lets it do with them what it asks for. An authorizer has no connection
     * yet, and gets neither.
     */
    private LambdaFunctionArgs connected(LambdaFunctionArgs args) {
        var connected = args.toBuilder().environment(WebSocketApi.ENDPOINT_VARIABLE, managementEndpoint);
        if (!args.makesRole()) {
            return connected.build();
        }
        args.connections.forEach(action -> connected.allow(
                List.of("execute-api:ManageConnections"),
                scope.stageArn().applyValue(arn -> arn + "/" + action + "/@connections/*")));
        return connected.build();
    }
}
