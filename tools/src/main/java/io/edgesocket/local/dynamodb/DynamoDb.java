package io.edgesocket.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.access.AllowedHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * DynamoDB's JSON protocol on a port of this machine alone, for the tables of a stack. What they hold is gone when it ends. It
 * knows {@code PutItem}, {@code GetItem}, {@code DeleteItem}, {@code Scan} and {@code Query}, with pages; any other action, and
 * any parameter that it doesn't know, is refused by name. A request must be signed; by whom is not checked.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">DynamoDB
 *      low-level API</a>
 */
public final class DynamoDb implements AutoCloseable {
    /** Where every AWS SDK looks for the address. */
    public static final String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL_DYNAMODB";

    private static final String TARGET = "DynamoDB_20120810.";
    private static final JsonMapper JSON = new JsonMapper();

    /** Held in a field: a logger without a strong reference loses its level. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    static {
        JETTY.setLevel(Level.SEVERE);
    }

    private final Server server;
    private final int port;
    private final Tables tables;

    private DynamoDb(Server server, int port, Tables tables) {
        this.server = server;
        this.port = port;
        this.tables = tables;
    }

    /** @throws IOException if it can't listen */
    public static DynamoDb start(RegisteredTables registered) throws IOException {
        var tables = new Tables(registered.tables());
        var threads = new QueuedThreadPool();
        threads.setDaemon(true);
        threads.setName("dynamodb");
        var server = new Server(threads);
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Requests(tables));
        try {
            server.start();
        } catch (Exception e) {
            LifeCycle.stop(server);
            throw new IOException("the tables can't be served", e);
        }
        return new DynamoDb(server, connector.getLocalPort(), tables);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From now on these are the tables. One that stays as it is keeps its items. */
    public void take(RegisteredTables registered) {
        tables.take(registered.tables());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class Requests extends Handler.Abstract {
        private static final int OK = 200;
        private static final int BAD_REQUEST = 400;

        private final AllowedHosts hosts = AllowedHosts.on(InetAddress.getLoopbackAddress());
        private final Tables tables;

        private Requests(Tables tables) {
            this.tables = tables;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            try {
                check(request);
                send(response, callback, OK, tables.answer(action(request), body(request)));
            } catch (RefusedException refused) {
                send(
                        response,
                        callback,
                        BAD_REQUEST,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("__type", refused.error())
                                .put("message", refused.getMessage()));
            }
            return true;
        }

        /** A page in a browser can neither sign nor name an action without asking first, and gets no answer to that. */
        private void check(Request request) {
            hosts.foreign(request).ifPresent(foreign -> {
                throw RefusedException.of("AccessDeniedException", foreign);
            });
            if (!header(request, HttpHeader.AUTHORIZATION.asString()).startsWith("AWS4-HMAC-SHA256")) {
                throw RefusedException.of(
                        "MissingAuthenticationTokenException", "Request is missing Authentication Token");
            }
        }

        private static String action(Request request) {
            var target = header(request, "X-Amz-Target");
            if (!target.startsWith(TARGET)) {
                throw RefusedException.of("UnknownOperationException", "X-Amz-Target is no action of DynamoDB");
            }
            return target.substring(TARGET.length());
        }

        private static JsonNode body(Request request) throws IOException {
            var text = Content.Source.asString(request, StandardCharsets.UTF_8);
            try {
                var json = JSON.readTree(text);
                if (json.isObject()) {
                    return json;
                }
            } catch (IOException notJson) {
                // told below
            }
            throw RefusedException.of("SerializationException", "the body is no JSON object");
        }

        private static String header(Request request, String name) {
            return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
        }

        private static void send(Response response, Callback callback, int status, ObjectNode answer) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
            response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
            Content.Sink.write(response, true, answer.toString(), callback);
        }
    }
}
