package io.edgesocket.connections;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionResponse;

/** {@code @connections}: some are there, for some it fails, and all others are gone. */
final class FakeApi implements ApiGatewayManagementApiClient {
    private final Set<String> connected;
    private final Map<String, Supplier<RuntimeException>> failing;
    private final Map<String, String> received = new ConcurrentHashMap<>();

    FakeApi(Set<String> connected, Map<String, Supplier<RuntimeException>> failing) {
        this.connected = Set.copyOf(connected);
        this.failing = Map.copyOf(failing);
    }

    /** What each got. */
    Map<String, String> received() {
        return Map.copyOf(received);
    }

    @Override
    public PostToConnectionResponse postToConnection(PostToConnectionRequest request) {
        var id = request.connectionId();
        if (failing.containsKey(id)) {
            throw failing.get(id).get();
        }
        if (!connected.contains(id)) {
            throw GoneException.builder().message("410").build();
        }
        received.put(id, request.data().asUtf8String());
        return PostToConnectionResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
