package io.edgesocket.probe.wire;

/** A line of the head of a request or an answer. */
public record Header(String name, String value) {}
