/**
 * The backends of routes: functions, HTTP servers and mocks, with what is made of a message for them, and of their
 * answer for the client. {@link io.edgesocket.local.apigateway.integration.Integrations} makes them of what a deployment
 * holds.
 */
package io.edgesocket.local.apigateway.integration;
