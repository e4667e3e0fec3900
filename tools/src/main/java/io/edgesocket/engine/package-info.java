/**
 * Runs a Pulumi program in this process and records what it registers. It needs no Pulumi CLI, no cloud and no
 * secret. Values that exist only after a deployment are stand-ins while the program runs, and references afterwards.
 * <pre>{@code
 * var registrations = Program.of(folder).run(Project.at(folder).stack("dev"));
 * }</pre>
 */
package io.edgesocket.engine;
