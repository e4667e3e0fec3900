/** The workflows of {@code .github}: what holds for all, and each of their shell steps, run on stand-ins for GitHub and Pulumi. */
package io.edgesocket.workflows;
