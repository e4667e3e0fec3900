/**
 * The registered resources in the form in which they are played: plain JSON, with ids that match each other.
 * Both services and the functions read it, and nothing else of the program.
 * <pre>{@code
 * var stack = PlayedStack.of(registrations);
 * stack.ofType("aws:apigatewayv2/route:Route");
 * }</pre>
 */
package io.edgesocket.local.stack;
