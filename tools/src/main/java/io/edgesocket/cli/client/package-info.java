/** The commands that are clients of an address: {@code probe} checks it, {@code connect} talks to it. */
package io.edgesocket.cli.client;
