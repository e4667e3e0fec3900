/**
 * Cases of the WebSocket protocol, in the manner of Autobahn's, at both ports of a local run. Autobahn itself wants an echo of
 * binary messages, which API Gateway refuses.
 */
package io.edgesocket.probe.protocol;
