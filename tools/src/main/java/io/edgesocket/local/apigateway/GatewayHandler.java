package io.edgesocket.local.apigateway;

import com.google.common.net.InetAddresses;
import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.apigateway.ConnectAnswer.Accepted;
import io.edgesocket.local.apigateway.ConnectAnswer.Refused;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Header;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.Handshaker;

/** The gateway's own port: handshakes, and calls of {@code @connections}. */
final class GatewayHandler extends Handler.Abstract {
    private static final String CONNECTIONS = "@connections/";
    private final Handshaker handshaker = Handshaker.newInstance();
    private final AllowedHosts hosts;
    private final Services services;
    private final Management management;
    private final Function<ConnectRequest, CompletableFuture<ConnectAnswer>> connect;
    private final WebSocketComponents components;

    GatewayHandler(
            AllowedHosts hosts,
            Services services,
            WebSocketComponents components,
            Function<ConnectRequest, CompletableFuture<ConnectAnswer>> connect) {
        this.hosts = hosts;
        this.services = services;
        this.management = new Management(services);
        this.components = components;
        this.connect = connect;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var exchange = new GatewayExchange(request, response, callback, services);
        exchange.attempt(() -> handle(exchange));
        return true;
    }

    private void handle(GatewayExchange exchange) {
        var foreign = hosts.foreign(exchange.request());
        if (foreign.isPresent()) {
            exchange.refuse(new GatewayErrorException(GatewayError.FOREIGN_PAGE, foreign.get()));
            return;
        }
        var path = RequestPath.of(exchange.request());
        if (!path.startsWith("/")) {
            exchange.refuse(new GatewayErrorException(GatewayError.MALFORMED, "the request asks for no path"));
            return;
        }
        var host = host(exchange.request());
        var addresses = services.stages().addresses();
        var local = addresses.local(host, decoded(path));
        if (local.isEmpty() && isHere(host)) {
            exchange.refuse(addresses.noStage(path));
        } else if (local.isPresent() && local.get().rest().startsWith(CONNECTIONS)) {
            manage(local.get(), exchange);
        } else {
            connect(exchange, local);
        }
    }

    /** Then it says nothing of an API. */
    private static boolean isHere(String host) {
        return host.equals("localhost") || InetAddresses.isUriInetAddress(host);
    }

    /** Empty if the request names none. */
    private static String host(Request request) {
        return Optional.ofNullable(Request.getServerName(request)).orElse("");
    }

    /** Unchanged if its encoding is wrong. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrongly) {
            return path;
        }
    }

    private void connect(GatewayExchange exchange, Optional<Addresses.Local> local) {
        if (exchange.request().getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
            exchange.refuse(new GatewayErrorException(
                    GatewayError.BAD_HANDSHAKE, "a WebSocket needs HTTP/1.1, and this is HTTP/1.0"));
            return;
        }
        connect.apply(connectRequest(exchange.request(), local))
                .whenComplete((answer, failure) -> exchange.attempt(() -> {
                    if (failure != null) {
                        throw new CompletionException(failure);
                    } else if (answer instanceof Accepted accepted) {
                        upgrade(accepted, exchange);
                    } else {
                        exchange.send((Refused) answer);
                    }
                }));
    }

    private static ConnectRequest connectRequest(Request request, Optional<Addresses.Local> local) {
        var headers = request.getHeaders().stream()
                .map(field -> new Header(
                        field.getName(), Optional.ofNullable(field.getValue()).orElse("")))
                .toList();
        var uri = request.getHttpURI();
        var asked = host(request);
        var isLocal = local.isPresent() && !asked.endsWith(".amazonaws.com");
        return new ConnectRequest(
                request.getMethod(),
                isLocal ? local.get().stage().api().host() : asked,
                isLocal ? "/" + local.get().stage().name() + suffix(local.get().rest()) : RequestPath.of(request),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                headers,
                Request.getRemoteAddr(request));
    }

    private static String suffix(String rest) {
        return rest.isEmpty() ? "" : "/" + rest;
    }

    @SuppressWarnings("removal") // Jetty 12.1 has no other that knows a limit
    private void manage(Addresses.Local local, GatewayExchange exchange) {
        var request = exchange.request();
        Content.Source.asByteBufferAsync(request, Limits.MESSAGE + 1)
                .whenComplete((body, tooLong) -> exchange.attempt(() -> {
                    var bytes = tooLong == null ? BufferUtil.toArray(body) : new byte[Limits.MESSAGE + 1];
                    var answer = management.call(
                            local.stage(),
                            request.getMethod(),
                            local.rest().substring(CONNECTIONS.length()),
                            Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
                            bytes);
                    request.addFailureListener(callerLeft -> answer.cancel(false)); // it may have to wait
                    answer.whenComplete((done, failure) -> answered(exchange, done, failure));
                }));
    }

    private static void answered(GatewayExchange exchange, Refused answer, Throwable failure) {
        if (failure instanceof CancellationException) {
            exchange.callback().failed(failure);
        } else {
            exchange.attempt(() -> {
                if (failure != null) {
                    throw new CompletionException(failure);
                }
                exchange.send(answer);
            });
        }
    }

    /** If the client doesn't get its 101, it is disconnected again. */
    private void upgrade(Accepted accepted, GatewayExchange exchange) {
        var callback = exchange.callback();
        try {
            var isHandshake = handshaker.upgradeRequest(
                    accepted.negotiator(),
                    HandshakeRequest.of(exchange.request(), accepted),
                    exchange.response(),
                    Callback.from(callback::succeeded, failure -> {
                        accepted.abandon(failure);
                        callback.failed(failure);
                    }),
                    components,
                    null);
            if (!isHandshake) {
                throw new IllegalStateException("the handshake was accepted, but is none");
            }
        } catch (RuntimeException failure) {
            accepted.abandon(failure);
            throw new IllegalStateException("the client can't get its 101: " + failure, failure);
        }
    }
}
