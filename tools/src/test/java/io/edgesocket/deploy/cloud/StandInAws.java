package io.edgesocket.deploy.cloud;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The {@code aws} provider, listening on a free port of this machine for as long as it is open. */
public final class StandInAws implements AutoCloseable {
    private final Cloud cloud;
    private final Server server;

    private StandInAws(Cloud cloud, Server server) {
        this.cloud = cloud;
        this.server = server;
    }

    public static StandInAws start() {
        var cloud = new Cloud();
        var regions = new Regions();
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addTransportFilter(regions)
                .intercept(regions)
                .addService(new AwsProvider(cloud))
                .build();
        try {
            return new StandInAws(cloud, server.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code PULUMI_DEBUG_PROVIDERS=aws:…} names. */
    public int port() {
        return server.getPort();
    }

    public Cloud cloud() {
        return cloud;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
