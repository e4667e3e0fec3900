/**
 * Draws plans and differences: as text for a terminal, Markdown for a pull request, JSON, and a graph. What has
 * changed is decided in {@code io.edgesocket.plan.diff}.
 * <pre>{@code
 * System.out.print(PlanText.render(plan, Screen.plain(), Folding.FOLDED));
 * }</pre>
 */
package io.edgesocket.plan.render;
