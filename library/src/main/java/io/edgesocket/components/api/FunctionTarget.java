package io.edgesocket.components.api;

/** A Lambda function that routes and authorizers call: one that the API makes, or one that exists. */
public sealed interface FunctionTarget permits NewFunction, ExistingFunction {

    /** Names the function within its API: letters, digits, {@code -} and {@code _}. */
    String name();
}
