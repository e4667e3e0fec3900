package io.edgesocket.local.gateway;

import java.time.Clock;

/** What every handshake, message and connection needs of the gateway. */
record Services(Connections connections, Trace trace, AccessLog accessLog, Clock clock) {}
