package io.edgesocket.local;

import io.edgesocket.local.apigateway.ServedStage;
import io.edgesocket.local.lambda.EnvironmentVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leads functions to the stack on this machine: where a variable holds a stage's management endpoint, as
 * {@code AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI} does, it holds the local one instead.
 */
final class LocalEndpoints implements EnvironmentVariables {
    private volatile List<ServedStage> stages = List.of();

    /** Known only once API Gateway listens, which is after the functions are made. */
    void of(List<ServedStage> served) {
        stages = List.copyOf(served);
    }

    @Override
    public Map<String, String> variables(Map<String, String> registered) {
        var local = new HashMap<>(registered);
        local.replaceAll((name, value) -> local(value));
        return local;
    }

    private String local(String value) {
        var local = value;
        for (var stage : stages) {
            local = local.replace(
                    "https://" + stage.host() + "/" + stage.stage(),
                    stage.management().toString());
        }
        return local;
    }
}
