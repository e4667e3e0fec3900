package io.edgesocket.cli.client;

import io.edgesocket.probe.wire.Hosts;
import io.edgesocket.text.Printable;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why there is no connection, and what to do about it. */
record Refusal(URI address, Throwable failure) {
    /** CloudFront answers with an HTML page. Its title says enough. */
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>", Pattern.CASE_INSENSITIVE);

    /** One line, whatever the server has sent. */
    String text() {
        return Printable.of(words());
    }

    private String words() {
        return failure instanceof WebSocketHandshakeException handshake
                ? "refused: " + handshake.getResponse().statusCode() + " "
                        + summary(String.valueOf(handshake.getResponse().body()))
                : "error: no connection to " + WebSocketAddress.shown(address.toString()) + ": " + reason();
    }

    private static String summary(String body) {
        var title = TITLE.matcher(body);
        return title.find() ? title.group(1).strip() : body;
    }

    private String reason() {
        if (cause(UnresolvedAddressException.class)) {
            return "there is no host of this name";
        }
        if (cause(ConnectException.class)) {
            return "nothing listens there" + (Hosts.isHere(address) ? "; ./edgesocket local plays a stack" : "");
        }
        if (cause(HttpTimeoutException.class)) {
            return "no answer in time";
        }
        if (cause(SSLException.class)) {
            return "no TLS connection"
                    + (Hosts.isHere(address)
                            ? "; if local was started without --tls, write ws://… instead of wss://…"
                            : "")
                    + ": " + failure.getMessage();
        }
        if (cause(EOFException.class) && Hosts.isHere(address)) {
            return "it ended without an answer; if local was started with --tls, write wss://… instead of ws://…";
        }
        return failure.toString();
    }

    private boolean cause(Class<?> type) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
