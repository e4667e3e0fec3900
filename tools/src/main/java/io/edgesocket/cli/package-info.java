/** The {@code ./edgesocket} command: each file has one picocli command, and shared options are mixins. It
 * prints what the other packages make, and says what a user can do about a mistake. */
package io.edgesocket.cli;
