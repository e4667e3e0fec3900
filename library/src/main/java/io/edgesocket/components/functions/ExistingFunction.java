package io.edgesocket.components.functions;

import com.pulumi.core.Output;
import java.util.Optional;

/**
 * A Lambda function that is made elsewhere. The API may call it; it isn't told the API's address, nor given the right
 * to answer on its connections.
 *
 * @param name         unique among the functions of the API: at most {@value FunctionTarget#NAME_MAX} letters, digits,
 *                     {@code -} and {@code _}
 * @param invokeArn    what API Gateway calls: {@link com.pulumi.aws.lambda.Function#invokeArn()} or an alias's
 * @param functionName the function's name or ARN in AWS, without an alias
 * @param alias        the alias or version that {@code invokeArn} names; empty for the function itself
 */
public record ExistingFunction(
        String name, Output<String> invokeArn, Output<String> functionName, Optional<String> alias)
        implements FunctionTarget {

    /** The function itself, without an alias or a version. */
    public static ExistingFunction of(String name, Output<String> invokeArn, Output<String> functionName) {
        return new ExistingFunction(name, invokeArn, functionName, Optional.empty());
    }

    /** A function made by this program, outside of the API. */
    public static ExistingFunction of(String name, LambdaFunction function) {
        return function.alias()
                // The alias gives the name too, so that nobody is permitted to call it before it is there.
                .map(alias -> new ExistingFunction(
                        name, function.invokeArn(), alias.functionName(), Optional.of(LambdaFunction.ALIAS)))
                .orElseGet(() -> of(name, function.invokeArn(), function.functionName()));
    }
}
