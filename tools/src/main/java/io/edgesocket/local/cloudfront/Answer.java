package io.edgesocket.local.cloudfront;

import io.edgesocket.local.apigateway.ConnectAnswer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

/** What a viewer gets. */
sealed interface Answer {
    int status();

    HttpFields headers();

    /** The status that decides whether another origin is asked. */
    default int failoverStatus() {
        return status();
    }

    /** Called if another answer is sent instead: what this one holds is let go. */
    default void discard() {}

    void send(EdgeExchange exchange);

    /** Anything but a WebSocket. */
    record Page(int status, HttpFields headers, Content.Source body) implements Answer {
        @Override
        public void send(EdgeExchange exchange) {
            exchange.response().setStatus(status);
            exchange.addHeaders(headers);
            Content.copy(body, exchange.response(), exchange.callback());
        }

        @Override
        public void discard() {
            Content.Source.consumeAll(body, Callback.NOOP);
        }
    }

    /** CloudFront's own page: there was no connection to the origin, or no answer from it. */
    record Unreached(Answer page, int failoverStatus) implements Answer {
        @Override
        public int status() {
            return page.status();
        }

        @Override
        public HttpFields headers() {
            return page.headers();
        }

        @Override
        public void send(EdgeExchange exchange) {
            page.send(exchange);
        }
    }

    /** A WebSocket to an API of this stack: its handler sits on the viewer's own socket. */
    record Frames(ConnectAnswer.Accepted accepted) implements Answer {
        @Override
        public int status() {
            return 101;
        }

        @Override
        public HttpFields headers() {
            return HttpFields.EMPTY;
        }

        @Override
        public void send(EdgeExchange exchange) {
            exchange.upgrade(accepted);
        }

        @Override
        public void discard() {
            accepted.abandon(new EofException("no 101 was sent"));
        }
    }

    /** A WebSocket to anywhere else: bytes pass through as they are. */
    record Bytes(HttpFields headers, Pipe toOrigin) implements Answer {
        @Override
        public int status() {
            return 101;
        }

        @Override
        public void send(EdgeExchange exchange) {
            exchange.response().setStatus(status());
            exchange.addHeaders(headers);
            exchange.request()
                    .setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, toOrigin.joined(exchange.endPoint()));
            exchange.response().write(true, null, exchange.watched(failure -> toOrigin.close()));
        }

        @Override
        public void discard() {
            toOrigin.close();
        }
    }
}
