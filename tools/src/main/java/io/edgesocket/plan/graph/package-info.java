/**
 * The way through a stack, as a value: from distributions to functions, and what these use.
 * <pre>{@code
 * var graph = StackGraph.of(plan);
 * graph.roots(); // the distributions, then what none of them reaches
 * }</pre>
 */
package io.edgesocket.plan.graph;
