/**
 * The stack that the launcher plays once, so that the classes that a start needs can be archived. It is never the
 * user's.
 */
package io.edgesocket.cli.rehearsal;
