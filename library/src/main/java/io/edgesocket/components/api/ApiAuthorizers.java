package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.apigatewayv2.AuthorizerArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.authorization.RequestAuthorizer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The authorizers of an API: only {@code $connect} may ask one, so there is at most one, and AWS's quota is never reached. */
final class ApiAuthorizers {
    private final ApiScope scope;
    private final ApiFunctions functions;
    private final Map<RequestAuthorizer, Authorizer> made = new LinkedHashMap<>();

    private ApiAuthorizers(ApiScope scope, ApiFunctions functions) {
        this.scope = scope;
        this.functions = functions;
    }

    static ApiAuthorizers make(ApiScope scope, ApiFunctions functions) {
        var authorizers = new ApiAuthorizers(scope, functions);
        scope.args().authorizers().forEach(authorizers::make);
        return authorizers;
    }

    Map<RequestAuthorizer, Authorizer> made() {
        return made;
    }

    Output<String> id(RequestAuthorizer authorizer) {
        return made.get(authorizer).id();
    }

    private void make(RequestAuthorizer authorizer) {
        var args = AuthorizerArgs.builder()
                .apiId(scope.api().id())
                .authorizerType("REQUEST")
                .authorizerUri(functions.get(authorizer.function()).invokeArn())
                .identitySources(authorizer.identitySources())
                .build();
        made.put(
                authorizer,
                scope.snapshot()
                        .add(
                                "authorizer " + authorizer.name(),
                                Authorizer::new,
                                authorizer.name() + "-authorizer",
                                args,
                                Fingerprint::of));
    }
}
