package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.ConnectAnswer.Accepted;
import io.edgesocket.local.apigateway.ConnectAnswer.Refused;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.Header;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
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
    private final Addresses addresses;
    private final Management management;
    private final Function<ConnectRequest, CompletableFuture<ConnectAnswer>> connect;
    private final WebSocketComponents components;

    GatewayHandler(
            Addresses addresses,
            Management management,
            WebSocketComponents components,
            Function<ConnectRequest, CompletableFuture<ConnectAnswer>> connect) {
        this.addresses = addresses;
        this.management = management;
        this.components = components;
        this.connect = connect;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var path = URLDecoder.decode(request.getHttpURI().getPath(), StandardCharsets.UTF_8);
        var local = addresses.local(path);
        if (local.isPresent() && local.get().rest().startsWith(CONNECTIONS)) {
            manage(local.get(), request, response, callback);
        } else {
            connect.apply(connectRequest(request, local))
                    .whenComplete((answer, failure) -> answer(answer, failure, request, response, callback));
        }
        return true;
    }

    private static ConnectRequest connectRequest(Request request, Optional<Addresses.Local> local) {
        var headers = request.getHeaders().stream()
                .map(field -> new Header(
                        field.getName(), Optional.ofNullable(field.getValue()).orElse("")))
                .toList();
        var uri = request.getHttpURI();
        var asked = Request.getServerName(request);
        var isLocal = local.isPresent() && !asked.endsWith(".amazonaws.com");
        return new ConnectRequest(
                request.getMethod(),
                isLocal ? local.get().stage().api().host() : asked,
                isLocal ? "/" + local.get().stage().name() + suffix(local.get().rest()) : uri.getPath(),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                headers,
                Request.getRemoteAddr(request));
    }

    private static String suffix(String rest) {
        return rest.isEmpty() ? "" : "/" + rest;
    }

    @SuppressWarnings("removal") // Jetty 12.1 has no other that knows a limit
    private void manage(Addresses.Local local, Request request, Response response, Callback callback) {
        Content.Source.asByteBufferAsync(request, Limits.MESSAGE + 1).whenComplete((body, tooLong) -> {
            var bytes = tooLong == null ? BufferUtil.toArray(body) : new byte[Limits.MESSAGE + 1];
            answer(
                    management.call(
                            local.stage(),
                            request.getMethod(),
                            local.rest().substring(CONNECTIONS.length()),
                            Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
                            bytes),
                    response,
                    callback);
        });
    }

    private void answer(
            ConnectAnswer answer, Throwable failure, Request request, Response response, Callback callback) {
        if (failure != null) {
            callback.failed(failure);
        } else if (answer instanceof Refused refused) {
            answer(refused, response, callback);
        } else {
            upgrade((Accepted) answer, request, response, callback);
        }
    }

    private static void answer(Refused refused, Response response, Callback callback) {
        response.setStatus(refused.status());
        refused.headers().forEach(header -> response.getHeaders().add(header.name(), header.value()));
        response.write(true, ByteBuffer.wrap(refused.bytes()), callback);
    }

    private void upgrade(Accepted accepted, Request request, Response response, Callback callback) {
        try {
            if (!handshaker.upgradeRequest(accepted.negotiator(), request, response, callback, components, null)) {
                throw new IllegalStateException("the handshake was accepted, but is none");
            }
        } catch (Exception failure) {
            callback.failed(failure);
        }
    }
}
