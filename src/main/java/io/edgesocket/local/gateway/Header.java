package io.edgesocket.local.gateway;

/** A header as it stands in a request or an answer; a name may come several times. */
public record Header(String name, String value) {}
