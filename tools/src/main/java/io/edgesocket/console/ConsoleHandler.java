package io.edgesocket.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers the page and nobody else: what asks under another name (DNS rebinding) or from another page is refused, and
 * traffic is told to those alone that know the token.
 */
final class ConsoleHandler extends Handler.Abstract {
    static final String TOKEN = "X-Console-Token";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String WRONG_TOKEN = "the token is missing or wrong: open the address that was printed";
    private static final int COMMAND_MAX = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] token;
    private final Events events;
    private final Pages pages;
    private volatile Optional<Control> control = Optional.empty();

    ConsoleHandler(String token, Events events, Pages pages) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.events = events;
        this.pages = pages;
    }

    void control(Control present) {
        control = Optional.of(present);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders()
                .put("Content-Security-Policy", POLICY)
                .put("X-Content-Type-Options", "nosniff")
                .put("Referrer-Policy", "no-referrer")
                .put("Cross-Origin-Resource-Policy", "same-origin")
                .put(HttpHeader.CACHE_CONTROL, "no-store");
        var foreign = foreign(request);
        var path = request.getHttpURI().getCanonicalPath();
        if (foreign.isPresent()) {
            say(403, foreign.get() + " may not use this console", response, callback);
        } else if (path.equals("/control")) {
            control(request, response, callback);
        } else if (path.equals("/stack")) {
            stack(request, response, callback);
        } else if (!request.getMethod().equals("GET")) {
            say(405, "only GET is answered here", response, callback);
        } else if (path.equals("/events")) {
            stream(request, response, callback);
        } else {
            PageFile.named(path)
                    .ifPresentOrElse(
                            file -> {
                                response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.type());
                                response.write(true, ByteBuffer.wrap(file.bytes()), callback);
                            },
                            () -> say(404, "there is no such page", response, callback));
        }
        return true;
    }

    /** GET tells what there is, POST has something done. */
    @SuppressWarnings("removal") // Jetty 12.1 has no other that knows a limit
    private void control(Request request, Response response, Callback callback) {
        var method = request.getMethod();
        if (!knowsToken(request)) {
            say(401, WRONG_TOKEN, response, callback);
        } else if (control.isEmpty()) {
            say(404, "there is no local run here that could do it", response, callback);
        } else if (method.equals("GET")) {
            tell(control.get()::state, response, callback);
        } else if (method.equals("POST")) {
            Content.Source.asByteBufferAsync(request, COMMAND_MAX)
                    .whenComplete((body, failure) -> take(control.get(), body, failure, response, callback));
        } else {
            say(405, "only GET and POST are answered here", response, callback);
        }
    }

    private void stack(Request request, Response response, Callback callback) {
        if (!knowsToken(request)) {
            say(401, WRONG_TOKEN, response, callback);
        } else if (control.isEmpty()) {
            say(404, "there is no local run here whose stack could be shown", response, callback);
        } else if (request.getMethod().equals("GET")) {
            tell(control.get()::stack, response, callback);
        } else {
            say(405, "only GET is answered here", response, callback);
        }
    }

    private static void tell(Supplier<JsonNode> answer, Response response, Callback callback) {
        try {
            say(answer.get(), response, callback);
        } catch (RuntimeException mistake) { // nobody else would answer
            say(500, "a mistake in edgesocket: " + mistake, response, callback);
        }
    }

    private static void take(
            Control control, ByteBuffer body, Throwable failure, Response response, Callback callback) {
        if (failure != null) {
            say(400, "a command has at most " + COMMAND_MAX + " bytes", response, callback);
            return;
        }
        try {
            say(control.take(JSON.readTree(StandardCharsets.UTF_8.decode(body).toString())), response, callback);
        } catch (IOException e) {
            say(400, "a command is a JSON object", response, callback);
        } catch (RefusedCommandException refused) {
            say(400, refused.getMessage(), response, callback);
        } catch (RuntimeException mistake) { // nobody else would answer
            say(500, "a mistake in edgesocket: " + mistake, response, callback);
        }
    }

    private boolean knowsToken(Request request) {
        var sent = Optional.ofNullable(request.getHeaders().get(TOKEN)).orElse("");
        return MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8));
    }

    private void stream(Request request, Response response, Callback callback) {
        if (!knowsToken(request)) {
            say(401, WRONG_TOKEN, response, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        var page = new EventStream(events, lastSeen(request), response, callback);
        if (!pages.add(page)) {
            response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
            say(429, "there are " + Pages.MAX + " open pages already: close one", response, callback);
        }
    }

    /** The page says what it has; a number that isn't one counts as nothing. */
    private static long lastSeen(Request request) {
        var header =
                Optional.ofNullable(request.getHeaders().get(LAST_EVENT_ID)).orElse("");
        return header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }

    /** Who else asks, if it is somebody else. */
    private static Optional<String> foreign(Request request) {
        var name = Optional.ofNullable(Request.getServerName(request)).orElse("");
        if (!isLoopback(name)) {
            return Optional.of("Host " + name);
        }
        var own = "http://" + request.getHeaders().get(HttpHeader.HOST);
        return request.getHeaders().getValuesList(HttpHeader.ORIGIN).stream()
                .filter(origin -> !origin.equals(own))
                .map(origin -> "Origin " + origin)
                .findFirst()
                .or(() -> Optional.ofNullable(request.getHeaders().get("Sec-Fetch-Site"))
                        .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                        .map(site -> "a page of another site (" + site + ")"));
    }

    private static boolean isLoopback(String name) {
        return name.toLowerCase(Locale.ROOT).equals("localhost")
                || InetAddresses.isUriInetAddress(name)
                        && InetAddresses.forUriString(name).isLoopbackAddress();
    }

    private static void say(JsonNode answer, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(answer.toString().getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static void say(int status, String text, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.write(true, ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), callback);
    }
}
