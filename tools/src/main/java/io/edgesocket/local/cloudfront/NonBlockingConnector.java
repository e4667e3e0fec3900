package io.edgesocket.local.cloudfront;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * A port with one thread, which reads what arrives and does all that follows, up to a function. Jetty would wake a second
 * thread for each message, in case the first one blocks, and that costs more than the message itself. So nothing that
 * follows may block.
 */
final class NonBlockingConnector extends ServerConnector {

    NonBlockingConnector(Server server, ConnectionFactory... protocols) {
        super(server, 1, 1, protocols);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new SocketChannelEndPoint(channel, selector, key, getScheduler()) {
            @Override
            public void fillInterested(Callback callback) {
                super.fillInterested(Callback.from(InvocationType.NON_BLOCKING, callback::succeeded, callback::failed));
            }
        };
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
