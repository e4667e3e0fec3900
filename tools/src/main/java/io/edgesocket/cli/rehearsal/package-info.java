/**
 * The stack that the launcher plays once, to archive the classes that a start needs. It is never the user's own stack.
 */
package io.edgesocket.cli.rehearsal;
