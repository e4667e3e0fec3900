/**
 * What tells that something is wrong: CloudWatch alarms, and a dashboard of messages. Both watch the API and the
 * distribution that they are given.
 * <pre>{@code
 * new MessageDashboard("dashboard", MessageDashboardArgs.builder().api(api).build());
 * }</pre>
 */
package io.edgesocket.components.monitoring;
