/**
 * What a stack's plan and its outputs say of its address, so that nobody types it.
 *
 * <pre>{@code
 * var stack = new DeployedStack(plan, outputs);
 * var target = stack.target();
 * }</pre>
 */
package io.edgesocket.probe.stack;
