package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Trace;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;

/** Begins the exchange of each request, with what all of them share. */
record EdgeExchanges(WebSocketMappings sockets, IdleWatch watch, Journal journal, Clock clock) {
    private static final int ID_BYTES = 40;

    EdgeExchange of(Request request, Response response, Callback callback) {
        var id = newRequestId();
        return new EdgeExchange(id, request, response, callback, sockets, watch, new Trace(journal, clock, id));
    }

    private static String newRequestId() {
        var bytes = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
