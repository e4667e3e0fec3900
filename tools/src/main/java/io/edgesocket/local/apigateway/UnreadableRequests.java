package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty can't read as a request, in the place of Jetty's own page. */
record UnreadableRequests(Services services) implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var found = Optional.ofNullable(request.getAttribute(ErrorHandler.ERROR_MESSAGE))
                .map(Object::toString)
                .orElseGet(() -> HttpStatus.getMessage(response.getStatus()));
        new GatewayExchange(request, response, callback, services)
                .refuse(new GatewayErrorException(error(response.getStatus()), "no HTTP request: " + found));
        return true;
    }

    private static GatewayError error(int status) {
        return switch (status) {
            case HttpStatus.URI_TOO_LONG_414 -> GatewayError.LONG_URL;
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> GatewayError.LONG_HEADERS;
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> GatewayError.HTTP_VERSION;
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> GatewayError.BAD_INTEGRATION;
            default -> GatewayError.MALFORMED;
        };
    }
}
