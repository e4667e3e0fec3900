package io.edgesocket.cli.client;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;

/** A WebSocket server on a free port that does one thing. */
final class SocketServer implements AutoCloseable {
    /** The one subprotocol that these servers don't choose. */
    static final String UNKNOWN_SUBPROTOCOL = "unknown";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);

    private SocketServer(Handler handler) {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(handler);
        LifeCycle.start(server);
    }

    /** Sends back what it gets; to {@code headers}, those of the handshake. */
    static SocketServer echoing() {
        return new SocketServer(new Upgrade((session, handshake, text) -> session.sendFrame(
                new Frame(OpCode.TEXT, text.equals("headers") ? handshake : text), Callback.NOOP, false)));
    }

    static SocketServer silent() {
        return new SocketServer(new Upgrade((session, handshake, text) -> {}));
    }

    static SocketServer closing(int code, String reason) {
        return new SocketServer(new Upgrade((session, handshake, text) -> session.close(code, reason, Callback.NOOP)));
    }

    static SocketServer closingAtOnce(int code, String reason) {
        return new SocketServer(new Upgrade(
                (session, handshake, text) -> {}, (session, handshake) -> session.close(code, reason, Callback.NOOP)));
    }

    /** Sends one message of bytes, in two frames. */
    static SocketServer sendingInTwo(byte[] first, byte[] second) {
        return new SocketServer(new Upgrade(
                (session, handshake, text) -> {},
                (session, handshake) -> session.sendFrame(
                        new Frame(OpCode.BINARY, false, ByteBuffer.wrap(first)),
                        Callback.from(() -> session.sendFrame(
                                new Frame(OpCode.CONTINUATION, true, ByteBuffer.wrap(second)), Callback.NOOP, false)),
                        false)));
    }

    static SocketServer refusing(int status, String body) {
        return new SocketServer(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(status);
                Content.Sink.write(response, true, body, callback);
                return true;
            }
        });
    }

    String url() {
        return "ws://127.0.0.1:" + connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private interface OnText {
        void accept(CoreSession session, String handshake, String text);
    }

    private static final class Upgrade extends Handler.Abstract {
        private final WebSocketMappings sockets = new WebSocketMappings();
        private final OnText onText;
        private final BiConsumer<CoreSession, String> onOpen;

        Upgrade(OnText onText) {
            this(onText, (session, handshake) -> {});
        }

        Upgrade(OnText onText, BiConsumer<CoreSession, String> onOpen) {
            this.onText = onText;
            this.onOpen = onOpen;
            installBean(sockets.getWebSocketComponents());
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var handshake = request.getHeaders().stream()
                    .map(field -> field.getName().toLowerCase(Locale.ROOT) + "=" + field.getValue())
                    .collect(Collectors.joining("; "));
            return sockets.upgrade(
                    (upgrade, answer, negotiated) -> {
                        answer.setExtensions(List.of());
                        upgrade.getSubProtocols().stream()
                                .filter(name -> !name.equals(UNKNOWN_SUBPROTOCOL))
                                .findFirst()
                                .ifPresent(answer::setAcceptedSubProtocol);
                        return new Frames(handshake);
                    },
                    request,
                    response,
                    callback,
                    null);
        }

        private final class Frames implements FrameHandler {
            private final String handshake;
            private CoreSession session;

            Frames(String handshake) {
                this.handshake = handshake;
            }

            @Override
            public void onOpen(CoreSession session, Callback callback) {
                this.session = session;
                callback.succeeded();
                onOpen.accept(session, handshake);
                session.demand();
            }

            @Override
            public void onFrame(Frame frame, Callback callback) {
                if (frame.isDataFrame()) {
                    onText.accept(session, handshake, frame.getPayloadAsUTF8());
                }
                callback.succeeded();
                session.demand();
            }

            @Override
            public void onError(Throwable cause, Callback callback) {
                callback.succeeded();
            }

            @Override
            public void onClosed(CloseStatus status, Callback callback) {
                callback.succeeded();
            }
        }
    }
}
