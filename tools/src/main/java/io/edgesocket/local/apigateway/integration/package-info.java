/**
 * The backends of routes: functions, HTTP servers and mocks, with the mapping of messages to them and of their answers.
 * {@link io.edgesocket.local.apigateway.integration.Integrations} makes them from what a deployment contains.
 * <pre>{@code
 * Integrations.of(deployed, stack, functions, backends, timer).of(integrationId, sourceArn).call(exchange);
 * }</pre>
 */
package io.edgesocket.local.apigateway.integration;
