package io.edgesocket.components.functions;

/** A Lambda function that routes and authorizers call: one that the API makes, or one that exists. */
public sealed interface FunctionTarget permits NewFunction, ExistingFunction {

    /**
     * Characters of the name of an existing function, of an authorizer, and of a guard: the names of an API's permissions
     * have it in them, and AWS takes 100 characters of those.
     */
    int NAME_MAX = 30;

    /** Names the function within its API: letters, digits, {@code -} and {@code _}. */
    String name();
}
