package io.edgesocket.local.apigateway;

import java.net.URI;

/**
 * A stage that can be connected to.
 *
 * @param api        the name of the API's resource in the program
 * @param host       the name by which CloudFront calls it
 * @param client     where clients connect without CloudFront
 * @param management where {@code @connections} stands
 */
public record ServedStage(String api, String apiId, String stage, String host, URI client, URI management) {}
