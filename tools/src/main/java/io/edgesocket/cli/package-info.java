/** The {@code ./edgesocket} command, and its subcommands for a project, its settings and its plans: a file each. A
 * subcommand prints what the other packages make, and says what a user can do about a mistake. */
package io.edgesocket.cli;
