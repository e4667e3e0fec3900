/**
 * Runs a stack's program under Pulumi's mocks, so that the stack's owner can test it. No cloud, no Pulumi CLI, no account.
 *
 * <pre>{@code
 * var stack = StackTest.of("dev").run(App::stack);
 * var cdn = stack.resource(Distribution.class, "cdn");
 * assertTrue(extractValue(cdn.isIpv6Enabled()).orElseThrow());
 * }</pre>
 */
package io.edgesocket.testing;
