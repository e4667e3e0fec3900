/** The {@code ./edgesocket} command: one picocli command a file, shared options as mixins. */
package io.edgesocket.cli;
