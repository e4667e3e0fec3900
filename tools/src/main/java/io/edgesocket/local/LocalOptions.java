package io.edgesocket.local;

import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.lambda.FunctionOptions;
import java.util.Map;

/**
 * What a developer wants otherwise than AWS has it.
 *
 * @param variables more environment variables of every function; they come before registered ones of the same name
 * @param edge      where on this machine is what the distributions' origins have at AWS
 */
public record LocalOptions(
        GatewayOptions gateway, FunctionOptions functions, Map<String, String> variables, EdgeOptions edge) {
    /** All as AWS has it. */
    public static final LocalOptions NONE =
            new LocalOptions(GatewayOptions.AWS, FunctionOptions.NONE, Map.of(), EdgeOptions.NONE);

    public LocalOptions {
        variables = Map.copyOf(variables);
    }
}
