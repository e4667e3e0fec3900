/**
 * The plan: what a stack will create, as a value that can be written, read, shown and compared.
 * <pre>{@code
 * var plan = Planner.plan(registrations, projectFolder);
 * System.out.println(PlanJson.write(plan));
 * }</pre>
 */
package io.edgesocket.plan;
