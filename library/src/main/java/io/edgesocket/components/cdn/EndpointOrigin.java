package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.HIGH_PORT_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.HIGH_PORT_MIN;
import static io.edgesocket.components.cdn.CloudFrontLimits.HTTPS_PORT;
import static io.edgesocket.components.cdn.CloudFrontLimits.ORIGIN_PATH_MAX;

import com.pulumi.core.Output;
import io.edgesocket.components.api.ApiGatewayLimits;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint that exists already, taken apart: {@code wss://abc.execute-api.eu-west-1.amazonaws.com/prod} has a host,
 * a path and, as it is an API Gateway host, a region. Any text can be taken apart; {@link #check} finds what is wrong with it.
 *
 * @param protocol what it should be
 * @param portText what follows the host's colon; empty if there is none
 * @param path     without a trailing slash, which means nothing to API Gateway
 * @param hasMore  whether there is anything that an origin can't have: a user, a query string, a fragment
 */
record EndpointOrigin(Protocol protocol, String scheme, String host, String portText, String path, boolean hasMore)
        implements OriginAddress {
    /** What is spoken there. */
    enum Protocol {
        WSS("wss", "wss://abc123.execute-api.eu-west-1.amazonaws.com/prod"),
        HTTPS("https", "https://abc123.execute-api.eu-west-1.amazonaws.com");

        private final String scheme;
        private final String example;

        Protocol(String scheme, String example) {
            this.scheme = scheme;
            this.example = example;
        }
    }

    private static final Pattern PARTS = Pattern.compile(
            "(?:(?<scheme>[^:/?#]*)://)?(?<user>[^/?#@]*@)?(?<host>[^/?#:]*)(?::(?<port>[^/?#]*))?"
                    + "(?<path>[^?#]*)(?<rest>.*)",
            Pattern.DOTALL);
    private static final String API_ID = "[a-z0-9]+\\.execute-api(-fips)?\\.";
    private static final String REGION = "[a-z0-9-]+";
    private static final String AMAZON = "\\.amazonaws\\.com(\\.cn)?";
    /** A name before {@code execute-api} that no API has: a custom domain's target, or a private API's endpoint. */
    private static final String OTHER_ID = "[a-z0-9]*-[a-z0-9-]*\\.execute-api(-fips)?\\.";

    private static final Pattern NO_API = Pattern.compile(OTHER_ID + REGION + "(\\.vpce)?" + AMAZON);
    private static final Pattern API_GATEWAY = Pattern.compile(API_ID + "(?<region>" + REGION + ")" + AMAZON);
    private static final Pattern PATH = Pattern.compile(CloudFrontLimits.ORIGIN_PATH);

    /** What {@link #check} accepts, but for lengths and for the ports that have as many digits as those it accepts. */
    static final String PATTERN = "wss://("
            + API_ID + REGION + AMAZON + "(:(443)?)?/(" + ApiGatewayLimits.STAGE_NAME + ")"
            + "|(?!(" + API_ID + REGION + "|" + OTHER_ID + REGION + "(\\.vpce)?)" + AMAZON + "([:/]|$))"
            + CloudFrontLimits.HOST_NAME
            + "(:(443|[1-9][0-9]{3,4})?)?" + CloudFrontLimits.ORIGIN_PATH + ")/?";

    /** A WebSocket API's endpoint. */
    static EndpointOrigin parse(String text) {
        return parse(Protocol.WSS, text);
    }

    static EndpointOrigin parse(Protocol protocol, String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("The pattern matches every text");
        }
        var more = parts.group("user") != null || !parts.group("rest").isEmpty();
        return new EndpointOrigin(
                protocol,
                part(parts, "scheme"),
                part(parts, "host"),
                part(parts, "port"),
                withoutLastSlash(part(parts, "path")),
                more);
    }

    @Override
    public Output<String> domainName() {
        return Output.of(host);
    }

    @Override
    public int port() {
        return portText.isEmpty() ? HTTPS_PORT : Integer.parseInt(portText);
    }

    @Override
    public Optional<String> region() {
        var matcher = API_GATEWAY.matcher(host);
        return matcher.matches() ? Optional.of(matcher.group("region")) : Optional.empty();
    }

    @Override
    public void check(Problems problems, Property origin) {
        var property = origin.then("endpoint");
        checkScheme(problems, property);
        checkHost(problems, property);
        checkPort(problems, property);
        checkPath(problems, property);
        problems.unless(
                !hasMore,
                property,
                "it has more than a host and a path",
                "leave out the user, the query string and the fragment: a client's own query string is forwarded");
    }

    private void checkScheme(Problems problems, Property property) {
        problems.unless(
                scheme.equals(protocol.scheme),
                property,
                scheme.isEmpty() ? "no scheme" : "scheme \"" + scheme + "\"",
                "write " + protocol.scheme + ":// before the host, as in " + protocol.example
                        + ": CloudFront connects to the origin by TLS only");
    }

    private void checkHost(Problems problems, Property property) {
        var lower = host.toLowerCase(Locale.ROOT);
        if (NO_API.matcher(lower).matches()) {
            problems.add(property, "host \"" + host + "\"", noApi(lower));
        } else if (!lower.equals(host) && HostName.isValid(lower)) {
            problems.add(property, "host \"" + host + "\"", "write it in lower case: " + lower);
        } else {
            problems.unless(
                    HostName.isValid(host),
                    property,
                    "host \"" + host + "\"",
                    "a domain name is needed, as in " + protocol.example
                            + "; CloudFront takes no IP address as an origin");
        }
    }

    /** Why API Gateway doesn't answer under a name, though it is one of its own. */
    private String noApi(String host) {
        return host.startsWith("d-")
                ? "this is what a custom domain's DNS record points to, and answers 403 itself: give the custom domain's "
                        + "own name, or the API's, as in " + protocol.example
                : "this is an endpoint of a private API, which CloudFront can't reach: give a public API's, as in "
                        + protocol.example;
    }

    private void checkPort(Problems problems, Property property) {
        if (isApiGateway()) {
            problems.unless(
                    portText.isEmpty() || portText.equals("443"),
                    property,
                    "port \"" + portText + "\"",
                    "API Gateway listens on 443 only: leave the port out");
        } else {
            problems.unless(
                    portText.isEmpty() || isPort(portText),
                    property,
                    "port \"" + portText + "\"",
                    "443 or " + HIGH_PORT_MIN + " to " + HIGH_PORT_MAX);
        }
    }

    private void checkPath(Problems problems, Property property) {
        if (isApiGateway() && protocol == Protocol.WSS) {
            checkStage(problems, property);
        } else {
            problems.unless(
                    path.length() <= ORIGIN_PATH_MAX && PATH.matcher(path).matches(),
                    property,
                    "path \"" + path + "\"",
                    "at most " + ORIGIN_PATH_MAX + " characters, and no empty part");
        }
    }

    private void checkStage(Problems problems, Property property) {
        if (path.isEmpty()) {
            problems.add(
                    property,
                    "no stage",
                    "end it with the API's stage, as in wss://" + host
                            + "/prod, or /$default: API Gateway answers 403 without one");
        } else {
            problems.unless(
                    ApiGatewayLimits.isStageName(path.substring(1)),
                    property,
                    "path \"" + path + "\"",
                    "the stage alone, 1 to 128 " + ApiGatewayLimits.STAGE_NAME_RULE
                            + ": API Gateway answers 403 to anything after it");
        }
    }

    /** Whether the host is API Gateway's own, which answers under no other name. */
    boolean isApiGateway() {
        return API_GATEWAY.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isPort(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            return false;
        }
        var port = Integer.parseInt(text);
        return port == HTTPS_PORT || port >= HIGH_PORT_MIN && port <= HIGH_PORT_MAX;
    }

    private static String withoutLastSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String part(Matcher parts, String name) {
        return Optional.ofNullable(parts.group(name)).orElse("");
    }
}
