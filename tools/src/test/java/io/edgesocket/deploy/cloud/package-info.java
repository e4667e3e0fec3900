/**
 * A cloud for the real Pulumi engine to deploy to: an {@code aws} provider that keeps its resources in memory, refuses
 * what AWS refuses when resources come or go in the wrong order, and remembers everything that was done.
 * <pre>{@code
 * try (var aws = StandInAws.start()) {
 *     pulumi("up", "PULUMI_DEBUG_PROVIDERS=aws:" + aws.port());
 *     aws.cloud().operations();   // create apigatewayv2.Api chat, ...
 * }
 * }</pre>
 */
package io.edgesocket.deploy.cloud;
