package io.edgesocket.local.cloudfront;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * A request on its way through the edge. Each step gives a changed copy.
 *
 * @param path    as it was sent, percent-encoding included; starts with a slash
 * @param query   as it was sent, without the question mark; empty if there is none
 * @param headers the viewer's at first, the origin's in the end
 * @param origin  where it is to go
 */
record EdgeRequest(Viewer viewer, String method, String path, String query, HttpFields headers, OriginTarget origin) {

    EdgeRequest path(String path) {
        return new EdgeRequest(viewer, method, path, query, headers, origin);
    }

    EdgeRequest query(String query) {
        return new EdgeRequest(viewer, method, path, query, headers, origin);
    }

    EdgeRequest headers(HttpFields headers) {
        return new EdgeRequest(viewer, method, path, query, headers, origin);
    }

    EdgeRequest origin(OriginTarget origin) {
        return new EdgeRequest(viewer, method, path, query, headers, origin);
    }

    /** Path and query, as they stand in a request line. */
    String target() {
        return withQuery(path);
    }

    /** The same, as the origin gets it: behind the origin's own path. */
    String originTarget() {
        return withQuery(origin.path() + path);
    }

    /** Whether it announces a body (<a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, 6.3</a>). */
    boolean isGetWithBody() {
        return method.equals("GET")
                && (headers.contains(HttpHeader.TRANSFER_ENCODING)
                        || headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0);
    }

    private String withQuery(String path) {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
