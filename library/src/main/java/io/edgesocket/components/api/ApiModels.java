package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Model;
import com.pulumi.aws.apigatewayv2.ModelArgs;
import com.pulumi.core.Output;
import java.util.HashMap;
import java.util.Map;

/** The models of an API. */
final class ApiModels {
    private final Map<RequestModel, Model> made = new HashMap<>();

    private ApiModels() {}

    static ApiModels make(ApiScope scope) {
        var models = new ApiModels();
        scope.args().models().forEach(model -> models.made.put(model, make(scope, model)));
        return models;
    }

    /** The models that a route names, by the keys of its own; each name is known only once its model is there. */
    Output<Map<String, String>> names(Validation validation) {
        var names = Output.<String>mapBuilder();
        validation
                .models()
                .forEach((key, model) -> names.put(key, made.get(model).name()));
        return names.build();
    }

    private static Model make(ApiScope scope, RequestModel model) {
        // Named as it is given: the name that Pulumi would make has hyphens, which models can't have.
        var args = ModelArgs.builder()
                .apiId(scope.api().id())
                .name(model.name())
                .contentType("application/json")
                .schema(model.schema())
                .build();
        return scope.snapshot()
                .add("model " + model.name(), Model::new, model.name() + "-model", args, Fingerprint::of);
    }
}
