package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what Jetty can't read as a request, with CloudFront's page in the place of Jetty's. CloudFront documents 413
 * for what is too long; that it says 400 of all else has not been confirmed.
 */
record UnreadableRequests(EdgeExchanges exchanges) implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var exchange = exchanges.of(request, response, callback);
        var status = status(response.getStatus());
        var found = Optional.ofNullable(request.getAttribute(ErrorHandler.ERROR_MESSAGE))
                .map(Object::toString)
                .orElseGet(() -> HttpStatus.getMessage(response.getStatus()));
        exchange.trace().refused(Step.VIEWER_REQUEST, () -> refusal(status, "no HTTP request: " + found));
        exchange.send(CloudFrontPage.of(exchange.viewer(), status, "Bad request."));
        return true;
    }

    static Refusal refusal(int status, String because) {
        return new Refusal(
                status,
                because,
                status == 413 ? "a request has at most 20,480 bytes, and its URL 8,192" : "send an HTTP/1.1 request",
                CloudFrontGuide.page("cloudfront-limits"));
    }

    private static int status(int jettys) {
        return switch (jettys) {
            case HttpStatus.PAYLOAD_TOO_LARGE_413,
                    HttpStatus.URI_TOO_LONG_414,
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> 413;
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> 500;
            default -> 400;
        };
    }
}
