/**
 * Runs a Pulumi program in this process and records what it registers. No Pulumi CLI, no cloud and no secret is
 * needed; what only exists after a deployment is answered with stand-ins, and read back as references.
 * <pre>{@code
 * var registrations = Engine.run(Project.at(folder).stack("dev"), App::stack);
 * }</pre>
 */
package io.edgesocket.engine;
