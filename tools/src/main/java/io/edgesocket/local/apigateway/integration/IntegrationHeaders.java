package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Client;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The headers of a handshake as an integration gets them: the client's, and what API Gateway adds. */
final class IntegrationHeaders {
    private static final Set<String> OWN = Set.of(
            "connection", "upgrade", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto", "x-amzn-trace-id");

    private IntegrationHeaders() {}

    /** By name, without regard to case, in alphabetical order as in API Gateway. */
    static Map<String, List<String>> of(ConnectRequest request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : request.headers()) {
            if (!OWN.contains(header.name().toLowerCase(Locale.ROOT))) {
                headers.computeIfAbsent(header.name(), unseen -> new ArrayList<>())
                        .add(header.value());
            }
        }
        headers.put("Host", List.of(request.host()));
        headers.put(
                "X-Amzn-Trace-Id", List.of(request.header("X-Amzn-Trace-Id").orElseGet(IntegrationHeaders::traceId)));
        headers.put("X-Forwarded-For", List.of(forwardedFor(request)));
        headers.put("X-Forwarded-Port", List.of("443"));
        headers.put("X-Forwarded-Proto", List.of("https"));
        return Collections.unmodifiableMap(headers);
    }

    /** AWS doesn't document these; they are in every published event. */
    static Map<String, List<String>> ofDisconnect(Client client) {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("Host", List.of(client.domainName()));
        headers.put("x-api-key", List.of(""));
        headers.put("X-Forwarded-For", List.of(""));
        headers.put("x-restapi", List.of(""));
        return headers;
    }

    private static String forwardedFor(ConnectRequest request) {
        var addresses = new ArrayList<>(request.headers("X-Forwarded-For").toList());
        addresses.add(request.peer());
        return String.join(", ", addresses);
    }

    private static String traceId() {
        var random = ThreadLocalRandom.current();
        return String.format(
                "Root=1-%08x-%016x%08x", System.currentTimeMillis() / 1000, random.nextLong(), random.nextInt());
    }
}
