package io.edgesocket.local.apigateway.stage;

/** A header as it stands in a request or an answer; a name may come several times. */
public record Header(String name, String value) {}
