import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** The baseline: a bare Jetty that sends every frame back. */
final class JettyEcho {
    public static void main(String[] args) throws Exception {
        var server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])));
        var upgrade = new WebSocketUpgradeHandler();
        upgrade.addMapping("/*", (WebSocketNegotiator) (request, response, callback) -> new Echo());
        server.setHandler(upgrade);
        server.start();
        server.join();
    }

    private static final class Echo implements FrameHandler {
        private CoreSession session;

        @Override
        public void onOpen(CoreSession session, Callback callback) {
            this.session = session;
            callback.succeeded();
            session.demand();
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            if (!frame.isDataFrame()) {
                callback.succeeded();
                session.demand();
                return;
            }
            var echo = new Frame(frame.getOpCode(), frame.isFin(), frame.getPayload().slice());
            session.sendFrame(echo, Callback.from(() -> {
                callback.succeeded();
                session.demand();
            }, callback::failed), false);
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
