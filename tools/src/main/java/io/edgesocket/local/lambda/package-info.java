/**
 * Lambda on localhost: runs the code that would be deployed, from where the program registered it. Java
 * runs in this process, Node.js and Python in processes of their own.
 * <pre>{@code
 * try (var functions = Functions.of(stack, folder, EnvironmentVariables.asRegistered(), log, journal)) {
 *     functions.byArn(integrationUri).orElseThrow().invoke(event).thenAccept(invocation -> …);
 * }
 * }</pre>
 */
package io.edgesocket.local.lambda;
