/**
 * The repository's own stacks, deployed by the real Pulumi engine. Only the cloud is a stand-in:
 * {@link io.edgesocket.deploy.cloud}. Each test works on a copy of the project, never on the project itself.
 */
package io.edgesocket.deploy;
