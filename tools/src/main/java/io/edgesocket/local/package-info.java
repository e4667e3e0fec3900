/**
 * Plays a stack on localhost: CloudFront in front of API Gateway in front of the functions. It reads what the program
 * registered and nothing else, so it plays whatever a user writes in {@code App.java}.
 * <pre>{@code
 * try (var run = LocalRun.start(registrations, folder, place, Journal.NONE, FunctionLog.NONE)) {
 *     System.out.println(run.edge()); // ws://127.0.0.1:8080
 * }
 * }</pre>
 */
package io.edgesocket.local;
