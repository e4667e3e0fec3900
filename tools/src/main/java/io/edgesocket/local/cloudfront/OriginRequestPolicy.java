package io.edgesocket.local.cloudfront;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What of a viewer's request goes on to the origin, besides what CloudFront always sends.
 *
 * @param name              under which a person finds it
 * @param headers           the viewer's headers that go on, by their names in lower case
 * @param cloudFrontHeaders those that CloudFront adds, by their names in lower case
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html">
 *      Control origin requests with a policy</a>
 */
record OriginRequestPolicy(
        String name,
        Predicate<String> headers,
        Set<String> cloudFrontHeaders,
        Predicate<String> cookies,
        Predicate<String> queryStrings) {
    static final OriginRequestPolicy NONE = new OriginRequestPolicy(
            "no origin request policy", Selection.NONE, Set.of(), Selection.NONE, Selection.NONE);

    OriginRequestPolicy {
        cloudFrontHeaders = Set.copyOf(cloudFrontHeaders);
    }

    /** Forwards what either policy forwards: values in a cache key are always sent to the origin. */
    OriginRequestPolicy or(OriginRequestPolicy other) {
        var made = new HashSet<>(cloudFrontHeaders);
        made.addAll(other.cloudFrontHeaders);
        return new OriginRequestPolicy(
                name, headers.or(other.headers), made, cookies.or(other.cookies), queryStrings.or(other.queryStrings));
    }

    String queryString(String query) {
        return parts(query, "&").filter(part -> queryStrings.test(nameOf(part))).collect(Collectors.joining("&"));
    }

    String cookies(String header) {
        return parts(header, ";").filter(part -> cookies.test(nameOf(part))).collect(Collectors.joining("; "));
    }

    /** The names of what is not forwarded, for people. */
    Stream<String> dropped(EdgeRequest request) {
        var droppedHeaders = request.headers().stream()
                .map(HttpField::getLowerCaseName)
                .distinct()
                .filter(header -> !OriginRequestHeaders.isCloudFronts(header) && !header.equals("cookie"))
                .filter(header -> !headers.test(header));
        var droppedCookies = request.headers().getValuesList(HttpHeader.COOKIE).stream()
                .flatMap(header -> parts(header, ";"))
                .map(OriginRequestPolicy::nameOf)
                .filter(cookies.negate())
                .map(cookie -> "cookie " + cookie);
        return Stream.of(droppedHeaders, droppedCookies, droppedQueryStrings(request))
                .flatMap(names -> names);
    }

    Stream<String> droppedQueryStrings(EdgeRequest request) {
        return parts(request.query(), "&")
                .map(OriginRequestPolicy::nameOf)
                .distinct()
                .filter(queryStrings.negate())
                .map(name -> "?" + name);
    }

    private static Stream<String> parts(String text, String separator) {
        return Stream.of(text.split(separator)).map(String::trim).filter(part -> !part.isEmpty());
    }

    private static String nameOf(String part) {
        var equals = part.indexOf('=');
        return equals < 0 ? part : part.substring(0, equals);
    }
}
