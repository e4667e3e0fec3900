/**
 * The plan: what a stack will create, as a value that can be written, read, shown and compared. It is made of what the
 * engine recorded, and needs no account.
 * <pre>{@code
 * var plan = Planner.plan(registrations, projectFolder);
 * System.out.print(PlanText.render(plan, Screen.plain(), Folding.FOLDED));
 * System.out.print(DiffText.render(PlanDiff.between(before, plan), Screen.plain(), Folding.FOLDED));
 * }</pre>
 */
package io.edgesocket.plan;
