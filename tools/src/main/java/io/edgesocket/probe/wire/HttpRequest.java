package io.edgesocket.probe.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The head of a request without a body.
 *
 * @param target path and query, as they stand in the first line
 */
public record HttpRequest(String method, String target, List<Header> headers) {
    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /** A plain request that ends its connection. */
    public static HttpRequest get(URI address) {
        return new HttpRequest(
                "GET",
                target(address),
                List.of(
                        new Header("Host", host(address)),
                        new Header("User-Agent", "edgesocket-probe"),
                        new Header("Accept", "*/*"),
                        new Header("Connection", "close")));
    }

    HttpRequest and(List<Header> more) {
        var all = new ArrayList<>(headers);
        all.addAll(more);
        return new HttpRequest(method, target, all);
    }

    static String target(URI address) {
        var path = Optional.ofNullable(address.getRawPath())
                .filter(text -> !text.isEmpty())
                .orElse("/");
        return path
                + Optional.ofNullable(address.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    /** As a browser writes it: with the port only where it isn't the scheme's own. */
    static String host(URI address) {
        var port = Client.port(address);
        return address.getHost() + (port == Client.ownPort(address) ? "" : ":" + port);
    }

    String text() {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value() + "\r\n")
                .collect(Collectors.joining("", method + " " + target + " HTTP/1.1\r\n", "\r\n"));
    }
}
