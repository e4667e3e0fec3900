package io.edgesocket.connections;

/**
 * What became of a text that was sent to all connections.
 *
 * @param sent    how many it was sent to
 * @param removed how many were gone, and are in the table no more
 */
public record Broadcast(int sent, int removed) {}
