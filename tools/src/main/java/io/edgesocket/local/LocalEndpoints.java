package io.edgesocket.local;

import io.edgesocket.local.apigateway.Gateway;
import io.edgesocket.local.apigateway.ServedStage;
import io.edgesocket.local.dynamodb.DynamoDb;
import io.edgesocket.local.dynamodb.RegisteredTables;
import io.edgesocket.local.lambda.EnvironmentVariables;
import io.edgesocket.local.lambda.LocalHosts;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Leads functions to the stack on this machine: where a variable holds a stage's management endpoint, as
 * {@code AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI} does, it holds the local one instead; the host names of the stack's
 * APIs, which events have, lead to this machine; and what stands for DynamoDB is found where SDKs look for it, the tables under
 * the names that they have there.
 */
final class LocalEndpoints implements EnvironmentVariables {
    private final Map<String, String> more;
    private final Optional<URI> dynamoDb;
    private volatile RegisteredTables tables;
    private volatile List<ServedStage> stages = List.of();
    private volatile Map<String, URI> ownNames = Map.of();
    private volatile Supplier<LocalHosts> hosts = () -> LocalHosts.NONE;

    /**
     * @param more     variables that are for this machine alone
     * @param dynamoDb what stands for DynamoDB, if anything does
     */
    LocalEndpoints(Map<String, String> more, Optional<URI> dynamoDb, RegisteredTables tables) {
        this.more = Map.copyOf(more);
        this.dynamoDb = dynamoDb;
        this.tables = tables;
    }

    void take(RegisteredTables changed) {
        tables = changed;
    }

    /** Known only once API Gateway listens, which is after the functions are made. */
    void of(Gateway gateway) {
        stages = gateway.stages();
        ownNames = gateway.ownNames();
        hosts = gateway::hosts;
    }

    @Override
    public LocalHosts hosts() {
        return hosts.get();
    }

    @Override
    public Map<String, String> variables(Map<String, String> registered) {
        var local = new HashMap<>(registered);
        dynamoDb.ifPresent(there -> local.put(DynamoDb.ENDPOINT_VARIABLE, there.toString()));
        local.putAll(more);
        local.replaceAll((name, value) -> local(value));
        return local;
    }

    private String local(String value) {
        var local = tables.in(value);
        for (var stage : stages) {
            local = local.replace(
                    "https://" + stage.host() + "/" + stage.stage(),
                    stage.management().toString());
        }
        for (var own : ownNames.entrySet()) {
            if (local.equals("https://" + own.getKey())) {
                local = own.getValue().toString();
            }
        }
        return local;
    }
}
