package io.edgesocket.local.cloudfront;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * A port with one thread at a time, which reads what arrives and does all that follows, with the function's handler if it is
 * a quick one. Nothing but such a handler may block it.
 */
final class OneThreadConnector extends ServerConnector {
    private final ReadingThreads threads;

    OneThreadConnector(Server server, ConnectionFactory... protocols) {
        this(server, new ReadingThreads(server.getThreadPool()), protocols);
    }

    private OneThreadConnector(Server server, ReadingThreads threads, ConnectionFactory... protocols) {
        super(server, threads, null, null, 1, 1, protocols);
        this.threads = threads;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new SocketChannelEndPoint(channel, selector, key, getScheduler()) {
            @Override
            public void fillInterested(Callback callback) {
                super.fillInterested(Callback.from(() -> threads.read(this, callback::succeeded), callback::failed));
            }
        };
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void doStart() throws Exception {
        threads.start();
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        threads.close();
    }
}
