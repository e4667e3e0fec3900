/**
 * Who is connected: the function that keeps the table of connections, and what handlers use to send to all of them.
 * <pre>{@code
 * private final Connections connections = Connections.fromEnvironment();
 * …
 * connections.broadcast("hello, everybody");
 * }</pre>
 * It is deployed with Lambda's libraries and the AWS SDK, and uses nothing else of this project. It reads the table's name
 * from an environment variable, which {@code io.edgesocket.components.connections.ConnectionTable} sets.
 */
package io.edgesocket.connections;
