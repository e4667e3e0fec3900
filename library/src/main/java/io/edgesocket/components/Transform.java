package io.edgesocket.components;

import java.util.function.UnaryOperator;

/**
 * A hook that sees every resource of a component just before it is registered, and may change it.
 * <pre>{@code
 * child -> child.change(FunctionArgs.class, function -> FunctionArgs.builder(function).kmsKeyArn(key.arn()).build())
 * }</pre>
 */
@FunctionalInterface
public interface Transform extends UnaryOperator<Child> {
    /** Changes nothing. */
    Transform NONE = child -> child;
}
