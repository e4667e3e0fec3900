package io.edgesocket.local.apigateway;

import org.eclipse.jetty.websocket.core.CloseStatus;

/**
 * A close that waits for the client's own close frame, whatever its code. Jetty ends the TCP connection as soon as it
 * has sent a code that it calls abnormal, 1001, 1003 and 1009 among them; what the client is still sending then makes
 * TCP reset it, and the close frame is lost on the way.
 *
 * <p>A frame against the protocol, or of over 128 KB, is refused by Jetty itself, which still ends at once: of a
 * connection that has failed RFC 6455 asks no more (7.1.7).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-7.1.1">RFC 6455, 7.1.1</a>
 */
final class GracefulClose extends CloseStatus {

    GracefulClose(CloseStatus status) {
        super(status.getCode(), status.getReason());
    }

    @Override
    public boolean isAbnormal() {
        return false;
    }
}
