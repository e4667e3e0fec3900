package io.edgesocket.local.cloudfront;

import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.apigateway.RequestPath;
import io.edgesocket.local.journal.HeaderLines;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes a request from its socket, finds the distribution and behavior that it is for, and sends back the answer. */
final class EdgeHandler extends Handler.Abstract {
    static final int REQUEST_MAX = 20_480;
    static final int URL_MAX = 8_192;

    private final Origins origins;
    private final EdgeExchanges exchanges;
    private volatile DeployedDistributions deployed;

    EdgeHandler(DeployedDistributions deployed, Origins origins, EdgeExchanges exchanges) {
        this.deployed = deployed;
        this.origins = origins;
        this.exchanges = exchanges;
        installBean(exchanges.sockets().getWebSocketComponents());
    }

    DeployedDistributions deployed() {
        return deployed;
    }

    List<ServedDistribution> served() {
        return deployed.all().stream()
                .map(distribution -> distribution.served(origins.apis()::has))
                .toList();
    }

    /** Requests from now on go through these. */
    void deploy(DeployedDistributions next) {
        deployed = next;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var exchange = exchanges.of(request, response, callback);
        exchange.attempt(() -> handle(exchange));
        return true;
    }

    private void handle(EdgeExchange exchange) {
        var present = deployed;
        var request = exchange.request();
        var trace = exchange.trace();
        var viewer = exchange.viewer();
        var foreign = present.hosts().foreign(request);
        if (foreign.isPresent()) {
            trace.refused(Step.VIEWER_REQUEST, () -> foreign(foreign.get()));
            exchange.send(CloudFrontPage.of(viewer, 403, "Bad request."));
            return;
        }
        var excess = excess(request);
        if (excess.isPresent()) {
            trace.refused(Step.VIEWER_REQUEST, () -> UnreadableRequests.refusal(413, excess.get()));
            exchange.send(CloudFrontPage.of(viewer, 413, "Bad request."));
            return;
        }
        var path = RequestPath.of(request);
        if (!path.startsWith("/")) {
            trace.refused(Step.VIEWER_REQUEST, () -> UnreadableRequests.refusal(400, "the request asks for no path"));
            exchange.send(CloudFrontPage.of(viewer, 400, "Bad request."));
            return;
        }
        var distribution =
                present.called(Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)));
        var behavior = distribution.behavior(path);
        var edgeRequest = edgeRequest(request, path, viewer, behavior.origin());
        tell(edgeRequest, distribution, behavior, trace);
        new RequestPipeline(behavior, edgeRequest, origins, trace)
                .answer()
                .whenComplete((answer, failure) -> exchange.attempt(() -> {
                    if (failure != null) {
                        throw new CompletionException(failure);
                    }
                    exchange.send(answer);
                }));
    }

    private static void tell(EdgeRequest request, Distribution distribution, Behavior behavior, Trace trace) {
        trace.step(
                Step.VIEWER_REQUEST,
                () -> request.method() + " " + request.target()
                        + " from " + request.viewer().ip() + " to " + behavior.distribution() + ", behavior "
                        + behavior.pattern().text(),
                () -> details(request, distribution, behavior));
    }

    private static Map<String, String> details(EdgeRequest request, Distribution distribution, Behavior behavior) {
        var details = new LinkedHashMap<String, String>();
        details.put("method", request.method());
        details.put("target", request.target());
        details.put("viewer", request.viewer().ip());
        details.put("distribution", behavior.distribution());
        details.put("behavior", behavior.pattern().text());
        distribution.nearest(request.path(), behavior).ifPresent(pattern -> details.put("nearest", pattern));
        details.put(HeaderLines.SENT, OriginRequestHeaders.lines(request.headers()));
        return details;
    }

    private static EdgeRequest edgeRequest(Request request, String path, Viewer viewer, OriginTarget origin) {
        var uri = request.getHttpURI();
        var query = uri.getQuery();
        return new EdgeRequest(
                viewer, request.getMethod(), path, query == null ? "" : query, request.getHeaders(), origin);
    }

    /** What of it is too long. */
    private static Optional<String> excess(Request request) {
        var url = Optional.ofNullable(request.getHttpURI().getPathQuery())
                .map(String::length)
                .orElse(0);
        if (url > URL_MAX) {
            return Optional.of("the URL is too long: it has " + url + " bytes");
        }
        var all = url + length(request.getMethod(), request.getHeaders());
        return all > REQUEST_MAX ? Optional.of("the request is too long: it has " + all + " bytes") : Optional.empty();
    }

    /** The bytes of the request line without the URL, and of the headers. The body doesn't count. */
    private static int length(String method, HttpFields headers) {
        var fields = headers.stream()
                .mapToInt(field -> field.getName().length()
                        + Optional.ofNullable(field.getValue())
                                .map(String::length)
                                .orElse(0)
                        + 4)
                .sum();
        return method.length() + "  HTTP/1.1\r\n".length() + fields + 2;
    }

    private static Refusal foreign(String because) {
        return new Refusal(403, because, AllowedHosts.FIX, "");
    }
}
