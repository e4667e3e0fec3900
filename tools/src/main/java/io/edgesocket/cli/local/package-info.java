/** The command {@code local}, its options, what its console asks of it, and the command {@code console}. */
package io.edgesocket.cli.local;
