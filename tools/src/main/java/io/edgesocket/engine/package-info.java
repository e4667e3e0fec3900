/**
 * Runs a Pulumi program in this process and records what it registers. No Pulumi CLI, no cloud and no secret is
 * needed; what only exists after a deployment is answered with stand-ins, and read back as references.
 * <pre>{@code
 * var registrations = Program.of(folder).run(Project.at(folder).stack("dev"));
 * }</pre>
 */
package io.edgesocket.engine;
