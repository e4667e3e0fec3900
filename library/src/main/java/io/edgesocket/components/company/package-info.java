/**
 * What a company prescribes for all resources of a program, whichever component makes them.
 * <pre>{@code
 * var rules = CompanyRules.builder().permissionsBoundary("arn:aws:iam::123456789012:policy/boundary").build();
 * Pulumi.withOptions(StackOptions.builder().resourceTransformations(rules).build()).run(App::stack);
 * }</pre>
 */
package io.edgesocket.components.company;
