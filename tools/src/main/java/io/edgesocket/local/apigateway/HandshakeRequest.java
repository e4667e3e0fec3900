package io.edgesocket.local.apigateway;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * A handshake that was accepted, as Jetty is shown it: with nothing of what the client sent but its key and the
 * subprotocol that was chosen. Jetty reads the URL, the extensions and the subprotocols of a handshake more strictly than
 * API Gateway does, and that late it could only fail.
 */
public final class HandshakeRequest extends Request.Wrapper {
    private static final HttpURI ANY = HttpURI.from("http://localhost/");
    private final HttpFields headers;

    private HandshakeRequest(Request request, HttpFields headers) {
        super(request);
        this.headers = headers;
    }

    /** @param accepted what it was answered with */
    public static Request of(Request request, ConnectAnswer.Accepted accepted) {
        var key = request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY);
        var headers = HttpFields.build()
                .put(HttpHeader.CONNECTION, "Upgrade")
                .put(HttpHeader.UPGRADE, "websocket")
                .put(HttpHeader.SEC_WEBSOCKET_VERSION, "13")
                .put(HttpHeader.SEC_WEBSOCKET_KEY, key == null ? "" : key);
        accepted.subprotocol().ifPresent(chosen -> headers.put(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL, chosen));
        return new HandshakeRequest(request, headers.asImmutable());
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public HttpURI getHttpURI() {
        return ANY;
    }
}
