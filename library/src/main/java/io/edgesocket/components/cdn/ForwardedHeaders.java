package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.POLICY_HEADERS_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.POLICY_NAMES_LENGTH_MAX;

import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The viewer's headers that reach the origin: what a WebSocket handshake needs, the original path where there are
 * paths, and what the user adds.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-working-with.websockets.html">
 *      Use WebSockets with CloudFront distributions</a>
 */
public record ForwardedHeaders(List<String> added, boolean withOriginalPath) {
    static final List<String> HANDSHAKE = List.of(
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version",
            "Sec-WebSocket-Protocol",
            "Sec-WebSocket-Accept",
            "Sec-WebSocket-Extensions");

    private static final String WRITTEN = "CloudFront writes it itself";
    private static final String REMOVED = "CloudFront removes it from every request";

    /**
     * What CloudFront refuses, or takes and never forwards.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-headers-behavior">HTTP
     *     request headers and CloudFront behavior</a>
     */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("host", "API Gateway answers 403 to a host that isn't its own"),
            Map.entry(
                    "authorization",
                    "CloudFront takes it in no origin request policy; send a token in the query string"),
            Map.entry("accept-encoding", "CloudFront takes it in no origin request policy"),
            Map.entry("cookie", "cookies are not forwarded as a header; send a token in the query string"),
            Map.entry("connection", WRITTEN),
            Map.entry("upgrade", WRITTEN + " for a WebSocket"),
            Map.entry("content-length", WRITTEN),
            Map.entry("transfer-encoding", WRITTEN),
            Map.entry("expect", REMOVED),
            Map.entry("te", REMOVED),
            Map.entry("trailer", REMOVED),
            Map.entry("x-forwarded-proto", REMOVED),
            Map.entry("x-real-ip", REMOVED + "; X-Forwarded-For has the viewer's address, and is always forwarded"));

    private static final Map<String, String> REFUSED_BEGINNINGS = Map.of(
            "proxy-", REMOVED,
            "x-edge-", REMOVED,
            "x-amz-cf-", WRITTEN);

    List<String> all() {
        var originalPath = withOriginalPath ? Stream.of(WebSocketCdn.ORIGINAL_PATH_HEADER) : Stream.<String>empty();
        return Stream.of(HANDSHAKE.stream(), originalPath, added.stream())
                .flatMap(names -> names)
                .toList();
    }

    public boolean contains(String name) {
        return all().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The names of those that a user may add. ECMAScript has no flag for case inside an expression. */
    static String pattern() {
        var taken = Stream.concat(REFUSED.keySet().stream(), HANDSHAKE.stream().map(HeaderName::key));
        return "(?!(" + anyOf(taken) + ")$|" + anyOf(REFUSED_BEGINNINGS.keySet().stream()) + ")"
                + CloudFrontLimits.HEADER_NAME;
    }

    private static String anyOf(Stream<String> names) {
        return names.sorted().map(ForwardedHeaders::inAnyCase).collect(Collectors.joining("|"));
    }

    private static String inAnyCase(String name) {
        return name.chars()
                .mapToObj(letter -> Character.isLetter(letter)
                        ? "[" + (char) letter + (char) Character.toUpperCase(letter) + "]"
                        : Character.toString(letter))
                .collect(Collectors.joining());
    }

    /** Why a header can't be forwarded, if it can't. */
    public static Optional<String> refusal(String name) {
        var key = HeaderName.key(name);
        return Optional.ofNullable(REFUSED.get(key))
                .or(() -> REFUSED_BEGINNINGS.entrySet().stream()
                        .filter(beginning -> key.startsWith(beginning.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    void check(Problems problems) {
        checkNames(problems);
        var all = all();
        problems.unless(
                all.size() <= POLICY_HEADERS_MAX,
                "headers",
                added.size() + " headers",
                "at most " + (POLICY_HEADERS_MAX - all.size() + added.size()) + ": a policy holds " + POLICY_HEADERS_MAX
                        + ", of which the WebSocket handshake takes " + HANDSHAKE.size()
                        + (withOriginalPath ? " and paths take " + WebSocketCdn.ORIGINAL_PATH_HEADER : ""));
        var length = all.stream().mapToInt(String::length).sum();
        problems.unless(
                length <= POLICY_NAMES_LENGTH_MAX,
                "headers",
                length + " characters of names",
                "at most " + POLICY_NAMES_LENGTH_MAX + " together");
    }

    private void checkNames(Problems problems) {
        var seen = new HashSet<String>();
        new ForwardedHeaders(List.of(), withOriginalPath).all().forEach(name -> seen.add(HeaderName.key(name)));
        for (var name : added) {
            problems.unless(
                    HeaderName.isValid(name),
                    "headers",
                    '"' + name + '"',
                    "a header's name: letters, digits and hyphens; no wildcard");
            refusal(name).ifPresent(reason -> problems.add("headers", name, "leave it out: " + reason));
            problems.unless(
                    seen.add(HeaderName.key(name)),
                    "headers",
                    name + " again",
                    "leave it out: it is forwarded already");
        }
    }
}
