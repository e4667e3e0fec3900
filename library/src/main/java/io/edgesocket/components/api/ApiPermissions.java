package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.functions.FunctionTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets the API call its functions: each by its own routes on its own stage, and nobody else. */
final class ApiPermissions {
    /**
     * A function's resource policy holds 20 KB, which is some 45 statements; some is left for an authorizer's statement
     * and for what other programs add.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    static final int POLICY_BYTES = 18 * 1024;
    /** What a statement takes besides the names in it, with the longest region and function name that there can be. */
    static final int STATEMENT_BYTES = 420;

    private final ApiScope scope;
    private final ApiFunctions functions;
    private final List<Resource> made = new ArrayList<>();

    private ApiPermissions(ApiScope scope, ApiFunctions functions) {
        this.scope = scope;
        this.functions = functions;
    }

    static List<Resource> make(ApiScope scope, ApiFunctions functions, ApiAuthorizers authorizers) {
        var permissions = new ApiPermissions(scope, functions);
        permissions.keysByFunction().forEach(permissions::routes);
        authorizers.made().forEach(permissions::authorizer);
        return permissions.made;
    }

    private Map<FunctionTarget, List<String>> keysByFunction() {
        var keys = new LinkedHashMap<FunctionTarget, List<String>>();
        for (var entry : scope.args().routes) {
            if (entry.route().target instanceof Target.Function target) {
                keys.computeIfAbsent(target.function(), function -> new ArrayList<>())
                        .add(entry.key());
            }
        }
        return keys;
    }

    private void routes(FunctionTarget function, List<String> keys) {
        if (keys.stream().mapToInt(this::statementBytes).sum() <= POLICY_BYTES) {
            keys.forEach(key -> add(function, RouteKeys.readable(key), onStage(key)));
        } else {
            add(function, function.name() + "-function", onStage("*"));
        }
    }

    private int statementBytes(String key) {
        var names = scope.parentName() + scope.args().longestStageName() + key + RouteKeys.readable(key);
        return STATEMENT_BYTES + names.getBytes(StandardCharsets.UTF_8).length;
    }

    private void authorizer(RequestAuthorizer described, Authorizer authorizer) {
        var source = Output.tuple(scope.executionArn(), authorizer.id())
                .applyValue(both -> both.t1 + "/authorizers/" + both.t2);
        add(described.function(), described.name() + "-authorizer", source);
    }

    private Output<String> onStage(String key) {
        return scope.stageArn().applyValue(arn -> arn + "/" + key);
    }

    private void add(FunctionTarget target, String name, Output<String> sourceArn) {
        var function = functions.get(target);
        var args = PermissionArgs.builder()
                .action("lambda:InvokeFunction")
                .principal("apigateway.amazonaws.com")
                .function(function.functionName())
                .sourceArn(sourceArn);
        function.alias().ifPresent(args::qualifier);
        made.add(scope.children().add(Permission::new, name + "-permission", args.build()));
    }
}
