/**
 * Lambda on localhost: runs the code that would be deployed, from where the program registered it.
 * <pre>{@code
 * try (var functions = Functions.of(stack, folder, EnvironmentVariables.asRegistered(), log, journal)) {
 *     functions.byArn(integrationUri).orElseThrow().invoke(event).thenAccept(invocation -> …);
 * }
 * }</pre>
 */
package io.edgesocket.local.lambda;
