/**
 * The difference of two plans, as a value: which resources are created, changed, replaced or deleted, and what that
 * means for clients and for security. {@code plan.render} draws it.
 * <pre>{@code
 * var diff = PlanDiff.between(before, after);
 * }</pre>
 */
package io.edgesocket.plan.diff;
