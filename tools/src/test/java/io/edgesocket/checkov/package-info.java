/**
 * Has Checkov look at a plan: it knows Terraform's language, so the plan is written in that first. Pulumi's {@code aws}
 * resources are made from those of the Terraform provider, and are called alike.
 */
package io.edgesocket.checkov;
