package io.edgesocket.local.apigateway;

import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The path that a request asks for, whatever form its target has. */
public final class RequestPath {
    private RequestPath() {}

    /**
     * A URL may end with its host: then it is {@code /}.
     *
     * @return empty, or without a slash at its start, if the request asks for no path, as {@code CONNECT} does
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2">RFC 9112, section 3.2</a>
     */
    public static String of(Request request) {
        var uri = request.getHttpURI();
        var path = Optional.ofNullable(uri.getPath()).orElse("");
        return path.isEmpty() && uri.getScheme() != null && !request.getMethod().equals("CONNECT") ? "/" : path;
    }
}
