package io.edgesocket.deploy.cloud;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which region a request is for. The engine opens one connection for each provider of a program and configures the
 * provider on it; later requests don't name their provider, so the connection is what tells the regions apart.
 */
final class Regions extends ServerTransportFilter implements ServerInterceptor {
    private static final Attributes.Key<AtomicReference<String>> OF_CONNECTION = Attributes.Key.create("region");
    private static final Context.Key<AtomicReference<String>> OF_REQUEST = Context.key("region");

    /** The region of the request that this thread answers. */
    static String current() {
        return OF_REQUEST.get().get();
    }

    /** From now on the region of every request on the connection that this thread's request came in on. */
    static void configure(String region) {
        OF_REQUEST.get().set(region);
    }

    @Override
    public Attributes transportReady(Attributes connection) {
        return connection.toBuilder()
                .set(OF_CONNECTION, new AtomicReference<>(""))
                .build();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var region = call.getAttributes().get(OF_CONNECTION);
        return Contexts.interceptCall(Context.current().withValue(OF_REQUEST, region), call, headers, next);
    }
}
