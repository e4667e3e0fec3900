/** What each call of the command has: its folder and its terminal, the options of many commands, its output, its exit code. */
package io.edgesocket.cli.call;
