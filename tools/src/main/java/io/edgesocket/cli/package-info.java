/** The {@code ./edgesocket} command: each file has one picocli command, and shared options are mixins. */
package io.edgesocket.cli;
