package io.edgesocket.local;

import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.lambda.FunctionOptions;
import java.util.Map;

/**
 * What a developer wants otherwise than AWS has it.
 *
 * @param variables more environment variables of every function; they come before registered ones of the same name
 */
public record LocalOptions(GatewayOptions gateway, FunctionOptions functions, Map<String, String> variables) {
    /** All as AWS has it. */
    public static final LocalOptions NONE = new LocalOptions(GatewayOptions.AWS, FunctionOptions.NONE, Map.of());

    public LocalOptions {
        variables = Map.copyOf(variables);
    }
}
