/**
 * Who may use the ports of a stack that is played: not every page that is open in a browser of this machine.
 * <pre>{@code
 * AllowedHosts.on(InetAddress.getLoopbackAddress()).and(Set.of("chat.example.com")).foreign(request);
 * }</pre>
 */
package io.edgesocket.local.access;
