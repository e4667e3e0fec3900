/** How {@code ./edgesocket} starts a program for Pulumi. Nothing here is for a program to call. */
package io.edgesocket.start;
