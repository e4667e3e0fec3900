package io.edgesocket.components.authorization;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.resources.Resource;
import io.edgesocket.components.functions.ExistingFunction;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code $connect} asks an authorizer that compares a header with the keys. It has the keys in its environment, so it
 * knows a new one as soon as it is deployed.
 */
record HeaderMethod(String guard, String header, GuardKeys keys, Optional<LambdaFunction> checking)
        implements GuardMethod {

    @Override
    public RouteAuthorization on(RouteAuthorization asked) {
        return asked.authorizer()
                .map(this::withKeys)
                .or(() -> checking.map(
                        function -> RequestAuthorizer.of(guard, ExistingFunction.of(guard, function), source())))
                .map(asked::requiring)
                .orElse(asked);
    }

    private RequestAuthorizer withKeys(RequestAuthorizer authorizer) {
        return authorizer.function() instanceof NewFunction function
                ? authorizer.with(new NewFunction(function.name(), told(function.args(), header, keys)), source())
                : authorizer;
    }

    private String source() {
        return "route.request.header." + header;
    }

    static LambdaFunctionArgs told(LambdaFunctionArgs function, String header, GuardKeys keys) {
        return function.toBuilder()
                .environment(OriginGuard.HEADER_VARIABLE, header)
                .environment(OriginGuard.KEYS_VARIABLE, keys.listed())
                .build();
    }

    @Override
    public void check(Problems problems, Property property, RouteAuthorization asked) {
        var at = property.then("requiring");
        if (asked.authorization() == RouteAuthorization.Authorization.AWS_IAM) {
            problems.add(
                    at,
                    "a guard by a header together with IAM",
                    "API Gateway asks one of them only: let the guard use OriginGuardArgs.apiKeys");
        } else if (asked.authorizer().isPresent()) {
            problems.unless(
                    asked.authorizer().filter(HeaderMethod::canCheck).isPresent(),
                    at,
                    "a guard by a header together with an authorizer that doesn't check it",
                    "API Gateway asks one authorizer only: let the guard use OriginGuardArgs.apiKeys, or have the authorizer's "
                            + "function check the keys, and say so: RequestAuthorizer.checkingOriginKeys()");
        } else {
            problems.unless(
                    checking.isPresent(),
                    at,
                    "a guard by a header that nothing checks",
                    "give the guard a function, OriginGuardArgs.checkedBy, or the route an authorizer that checks the keys");
        }
    }

    /** A function made elsewhere can't be given the keys. */
    private static boolean canCheck(RequestAuthorizer authorizer) {
        return authorizer.checksOriginKeys() && authorizer.function() instanceof NewFunction;
    }

    /** The stage comes after all functions of the API. */
    @Override
    public List<Resource> open(Children children, Api api, Stage stage, Optional<Map<String, String>> tags) {
        return Stream.concat(Stream.<Resource>of(stage), checking.stream()).toList();
    }
}
