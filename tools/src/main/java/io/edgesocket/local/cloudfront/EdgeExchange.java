package io.edgesocket.local.cloudfront;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/** One request at its socket, and the means to answer it. */
record EdgeExchange(
        String requestId,
        Request request,
        Response response,
        Callback callback,
        WebSocketMappings sockets,
        IdleWatch watch) {
    private static final int ID_BYTES = 40;

    static String newRequestId() {
        var bytes = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    EndPoint endPoint() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    void send(Answer answer) {
        response.getHeaders().add(HttpHeader.VIA, OriginRequestHeaders.VIA).add("X-Amz-Cf-Id", requestId);
        if (!answer.headers().contains("X-Cache")) {
            response.getHeaders().add("X-Cache", (answer.status() < 400 ? "Miss" : "Error") + " from cloudfront");
        }
        answer.send(this);
    }

    void addHeaders(HttpFields headers) {
        response.getHeaders().add(headers);
    }

    /** Puts a handler of frames onto the socket. */
    void upgrade(WebSocketNegotiator negotiator, Configuration.Customizer limits, Consumer<Throwable> viewerIsGone) {
        if (!sockets.upgrade(negotiator, request, response, watched(viewerIsGone), limits)) {
            callback.failed(new IllegalStateException("no handshake: " + request));
        }
    }

    /**
     * After the 101, the connection is watched for silence. If the 101 can't be sent, the origin's end learns that the
     * viewer has left.
     */
    Callback watched(Consumer<Throwable> viewerIsGone) {
        return Callback.from(
                () -> {
                    watch.add(endPoint(), requestId);
                    callback.succeeded();
                },
                failure -> {
                    viewerIsGone.accept(failure);
                    callback.failed(failure);
                });
    }
}
