package io.edgesocket.local.cloudfront;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;

/**
 * The headers that CloudFront adds about a viewer, as far as they are known here. The country of a
 * viewer on localhost and its kind of device are not known: the viewer may send such headers itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html">Add
 *      CloudFront request headers</a>
 */
final class CloudFrontHeaders {
    private static final String PREFIX = "cloudfront-";
    private static final String ADDRESS = "cloudfront-viewer-address";
    private static final String PROTOCOL = "cloudfront-forwarded-proto";
    private static final String HTTP_VERSION = "cloudfront-viewer-http-version";

    static final Set<String> PLAYED = Set.of(ADDRESS, PROTOCOL, HTTP_VERSION);

    private CloudFrontHeaders() {}

    /**
     * The viewer's headers and those that CloudFront adds. What a viewer sends under such a name is dropped, unless the
     * policy asks for the header and its value is not known here.
     */
    static HttpFields addTo(EdgeRequest request, Set<String> wanted) {
        var headers = HttpFields.build();
        request.headers().stream()
                .filter(header -> isViewers(header.getLowerCaseName(), wanted))
                .forEach(headers::add);
        wanted.stream()
                .filter(PLAYED::contains)
                .sorted()
                .forEach(name -> headers.put(name, value(name, request.viewer())));
        return headers.asImmutable();
    }

    private static boolean isViewers(String name, Set<String> wanted) {
        return !name.startsWith(PREFIX) || wanted.contains(name) && !PLAYED.contains(name);
    }

    private static String value(String name, Viewer viewer) {
        return switch (name) {
            case ADDRESS -> viewer.ip() + ":" + viewer.port();
            case HTTP_VERSION -> "1.1";
            default -> "https";
        };
    }
}
