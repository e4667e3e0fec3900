package io.edgesocket.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * All connections of an API, for a handler that sends to them. Make one when the handler is made, and use it for all calls.
 * It may be used by several threads at once.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">&#64;connections</a>
 */
public final class Connections {
    /**
     * Bytes of a message that API Gateway sends.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">Quotas
     *      of WebSocket APIs</a>
     */
    public static final int MESSAGE_MAX_BYTES = 131_072;

    /** How many connections are sent to at once. */
    public static final int AT_ONCE = 16;

    private static final String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI";
    /** Further failures that are told with the first. */
    private static final int FAILURES_TOLD = 10;

    private final Items items;
    private final ApiGatewayManagementApiClient api;
    private final Clock clock;

    Connections(Items items, ApiGatewayManagementApiClient api, Clock clock) {
        this.items = items;
        this.api = api;
        this.clock = clock;
    }

    /**
     * The connections of the API that the function is a route's of, as the function's environment says.
     *
     * @throws IllegalStateException if the environment has no table, or no address of an API
     */
    public static Connections fromEnvironment() {
        return in(System.getenv());
    }

    static Connections in(Map<String, String> environment) {
        var items = Items.in(environment);
        if (!environment.containsKey(ENDPOINT_VARIABLE)) {
            throw new IllegalStateException(ENDPOINT_VARIABLE + " is missing from the environment: functions of routes "
                    + "have it, give any other WebSocketApi.managementEndpoint()");
        }
        var api = ApiGatewayManagementApiClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        return new Connections(items, api, Clock.systemUTC());
    }

    /**
     * Sends a text to everybody who is connected, to {@value #AT_ONCE} at once, and returns when that is done. A connection
     * that is gone is taken out of the table. One that is just being made isn't there yet: it gets nothing, and stays in the
     * table.
     *
     * @param text at most {@value #MESSAGE_MAX_BYTES} bytes
     * @throws IllegalArgumentException if it is longer; nothing is sent then
     * @throws SdkException             what AWS said of the first connection that couldn't be sent to, or removed, after all
     *                                  of them were tried
     */
    public Broadcast broadcast(String text) {
        var bytes = text.getBytes(UTF_8);
        if (bytes.length > MESSAGE_MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the text has " + bytes.length + " bytes, and API Gateway sends at most " + MESSAGE_MAX_BYTES);
        }
        var data = SdkBytes.fromByteArrayUnsafe(bytes);
        var results = new Results();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            items.pages().forEach(page -> send(page, data, threads).forEach(results::add));
        } finally {
            threads.shutdown();
        }
        return results.total();
    }

    /** A page at a time, so that a large table isn't held in memory. */
    private List<Future<Outcome>> send(List<KnownConnection> page, SdkBytes data, ExecutorService threads) {
        var now = clock.instant();
        try {
            return threads.invokeAll(page.stream()
                    .filter(connection -> !connection.isExpired(now))
                    .<Callable<Outcome>>map(connection -> () -> send(connection, data))
                    .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before everybody was sent to", e);
        }
    }

    private Outcome send(KnownConnection connection, SdkBytes data) {
        try {
            api.postToConnection(
                    request -> request.connectionId(connection.id()).data(data));
            return Outcome.SENT;
        } catch (GoneException gone) {
            if (connection.mayBeConnecting(clock.instant())) {
                return Outcome.CONNECTING;
            }
            items.remove(connection.id());
            return Outcome.REMOVED;
        }
    }

    private enum Outcome {
        SENT,
        REMOVED,
        CONNECTING
    }

    private static final class Results {
        private int sent;
        private int removed;
        private final List<Throwable> failures = new ArrayList<>();

        void add(Future<Outcome> done) {
            try {
                switch (done.get()) {
                    case SENT -> sent++;
                    case REMOVED -> removed++;
                    case CONNECTING -> {}
                }
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException e) { // it is done, so nothing waits
                throw new IllegalStateException(e);
            }
        }

        Broadcast total() {
            if (failures.isEmpty()) {
                return new Broadcast(sent, removed);
            }
            var first = failures.get(0);
            failures.stream().skip(1).limit(FAILURES_TOLD).forEach(first::addSuppressed);
            if (first instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) first; // posting and removing throw no others
        }
    }
}
