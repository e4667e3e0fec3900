package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.HeaderLines;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * CloudFront's own rules for what an origin receives.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html">
 *      Request and response behavior for custom origins</a>
 */
final class OriginRequestHeaders {
    static final String VIA = "1.1 cloudfront.localhost (CloudFront)";
    private static final String USER_AGENT = "Amazon CloudFront";

    /** Never passed on. Some of them are written by CloudFront itself. */
    private static final Set<String> REMOVED = Set.of(
            "connection",
            "upgrade",
            "keep-alive",
            "te",
            "trailer",
            "expect",
            "transfer-encoding",
            "content-length",
            "x-forwarded-proto",
            "x-real-ip",
            "x-amz-cf-id");

    private static final Set<String> WRITTEN = Set.of("host", "user-agent", "x-forwarded-for", "via");

    private OriginRequestHeaders() {}

    /** Whether CloudFront decides about a header, and not the policy alone. */
    static boolean isCloudFronts(String name) {
        return isRemoved(name) || WRITTEN.contains(name);
    }

    private static boolean isRemoved(String name) {
        return REMOVED.contains(name) || name.startsWith("proxy-") || name.startsWith("x-edge-");
    }

    static HttpFields of(EdgeRequest request, OriginRequestPolicy policy) {
        var viewers = request.headers();
        var headers = HttpFields.build()
                .put(
                        HttpHeader.HOST,
                        forwarded(
                                request,
                                policy,
                                HttpHeader.HOST,
                                request.origin().domainName()))
                .put(HttpHeader.USER_AGENT, forwarded(request, policy, HttpHeader.USER_AGENT, USER_AGENT));
        viewers.stream().filter(header -> goesOn(header, request, policy)).forEach(headers::add);
        addCookies(headers, viewers, policy);
        headers.put(
                HttpHeader.X_FORWARDED_FOR,
                Stream.concat(
                                viewers.getValuesList(HttpHeader.X_FORWARDED_FOR).stream(),
                                Stream.of(request.viewer().ip()))
                        .collect(Collectors.joining(", ")));
        headers.put(HttpHeader.VIA, VIA);
        headers.put("X-Amz-Cf-Id", request.viewer().requestId());
        if (request.viewer().webSocket()) {
            headers.put(HttpHeader.CONNECTION, "Upgrade").put(HttpHeader.UPGRADE, "websocket");
        }
        return headers.asImmutable();
    }

    /** Adds the origin's custom headers. They replace other headers of the same name. */
    static HttpFields withCustom(EdgeRequest request) {
        var headers = HttpFields.build(request.headers());
        request.origin().headers().forEach(headers::put);
        return headers.asImmutable();
    }

    /** As an event has them. */
    static String lines(HttpFields headers) {
        return HeaderLines.of(headers.stream()
                .map(header -> Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue())));
    }

    private static String forwarded(
            EdgeRequest request, OriginRequestPolicy policy, HttpHeader name, String otherwise) {
        var viewers = request.headers().get(name);
        return viewers != null && policy.headers().test(name.lowerCaseName()) ? viewers : otherwise;
    }

    private static boolean goesOn(HttpField header, EdgeRequest request, OriginRequestPolicy policy) {
        var name = header.getLowerCaseName();
        if (isCloudFronts(name) || name.equals("cookie")) {
            return false;
        }
        return policy.headers().test(name)
                || policy.cloudFrontHeaders().contains(name)
                || name.equals("authorization") && !isRead(request.method());
    }

    /** {@code Authorization} is removed only from requests that a cache could answer. */
    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static void addCookies(HttpFields.Mutable headers, HttpFields viewers, OriginRequestPolicy policy) {
        var cookies = viewers.getValuesList(HttpHeader.COOKIE).stream()
                .map(policy::cookies)
                .filter(header -> !header.isEmpty())
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.put(HttpHeader.COOKIE, cookies);
        }
    }
}
