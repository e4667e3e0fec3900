package io.edgesocket.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/**
 * What says who connects.
 *
 * @param place where it is put
 * @param name  of the header or of the query string's parameter, or what stands before the subprotocol's point
 */
public record Token(Place place, String name, String value) {
    /** Where a client can put a token. Browsers can set no header on a WebSocket. */
    public enum Place {
        header,
        query,
        subprotocol
    }

    /** As it stands in a header: {@code Authorization} has the scheme before it, if the token has none. */
    String headerValue() {
        return name.equalsIgnoreCase("Authorization") && !value.contains(" ") ? "Bearer " + value : value;
    }

    URI inQuery(URI address) {
        var parameter = name + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20");
        var text = address.toString();
        return URI.create(text + (address.getRawQuery() == null ? "?" : "&") + parameter);
    }

    /** Without the value. */
    @Override
    public String toString() {
        return place + ":" + name;
    }
}
