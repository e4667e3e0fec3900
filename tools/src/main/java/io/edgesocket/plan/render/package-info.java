/**
 * Draws plans and differences: as text for a terminal, Markdown for a pull request, JSON, and a graph. It decides nothing
 * about what has changed.
 * <pre>{@code
 * System.out.print(PlanText.render(plan, Screen.plain(), Folding.FOLDED));
 * }</pre>
 */
package io.edgesocket.plan.render;
