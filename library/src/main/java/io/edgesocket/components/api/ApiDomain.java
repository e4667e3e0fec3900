package io.edgesocket.components.api;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name of an API's own in its region, a regional custom domain name: CloudFront connects to it in the place of the API's
 * {@code execute-api} address, which is closed. Immutable: each setting gives a changed copy.
 * <pre>{@code
 * WebSocketApiArgs.builder()
 *         .domain(ApiDomain.of("origin.example.com", certificate.arn()))…
 * }</pre>
 * A client that learns the name can connect to it, for API Gateway has no private one for WebSocket APIs: what comes around
 * the CDN is kept out by a guard.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-custom-domain-names.html">Custom
 *      domain names for WebSocket APIs</a>
 */
public final class ApiDomain {
    /** Characters of a mapping's key. */
    public static final int KEY_MAX = 300;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1," + KEY_MAX + "}");
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:aws:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+");

    private final String name;
    private final Input certificateArn;
    private final Optional<String> mappingKey;
    private final boolean closesEndpoint;

    private ApiDomain(String name, Input certificateArn, Optional<String> mappingKey, boolean closesEndpoint) {
        this.name = HostName.withoutFinalDot(name);
        this.certificateArn = certificateArn;
        this.mappingKey = mappingKey;
        this.closesEndpoint = closesEndpoint;
    }

    /**
     * A name, with a certificate of the same program.
     *
     * @param name           such as {@code origin.example.com}; no wildcard. It can't be a name of the distribution
     * @param certificateArn of a certificate in the API's own region that covers the name
     */
    public static ApiDomain of(String name, Output<String> certificateArn) {
        return new ApiDomain(name, Input.later(certificateArn), Optional.empty(), true);
    }

    /** As {@link #of(String, Output)}, with a certificate that exists. */
    public static ApiDomain of(String name, String certificateArn) {
        return new ApiDomain(name, Input.now(certificateArn), Optional.empty(), true);
    }

    /**
     * The path under which the API stands at that name, for a name that several APIs share. One part, at most
     * {@value #KEY_MAX} letters, digits and {@code - _ .}; no slash, as a WebSocket API has one part at most. Default: none,
     * the API is all that the name leads to.
     */
    public ApiDomain mappingKey(String key) {
        return new ApiDomain(name, certificateArn, Optional.of(key), closesEndpoint);
    }

    /**
     * Whether the API's own {@code execute-api} address is closed. Default: true. While an API is moved to its name, leave
     * it open until the distribution goes there.
     */
    public ApiDomain closingEndpoint(boolean closes) {
        return new ApiDomain(name, certificateArn, mappingKey, closes);
    }

    /** The name, without a dot at its end. */
    public String name() {
        return name;
    }

    /** What stands before every path: {@code /} and the mapping's key, or nothing. The stage has no place in it. */
    public String path() {
        return mappingKey.map(key -> "/" + key).orElse("");
    }

    Output<String> certificateArn() {
        return certificateArn.output();
    }

    Optional<String> mappingKey() {
        return mappingKey;
    }

    boolean closesEndpoint() {
        return closesEndpoint;
    }

    void check(Problems problems) {
        problems.unless(
                HostName.isValid(name),
                Property.of("domain", "name"),
                '"' + name + '"',
                HostName.isWildcard(name)
                        ? "one name: CloudFront connects to it"
                        : HostName.isValid(name.toLowerCase(Locale.ROOT))
                                ? "write it in lower case: " + name.toLowerCase(Locale.ROOT)
                                : "a domain name without scheme, port or path, as in origin.example.com");
        mappingKey.ifPresent(key -> problems.unless(
                KEY.matcher(key).matches(),
                Property.of("domain", "mappingKey"),
                '"' + key + '"',
                "one part of a path: 1 to " + KEY_MAX + " letters, digits and - _ ., without a slash"));
        certificateArn
                .known()
                .ifPresent(arn -> problems.unless(
                        CERTIFICATE.matcher(arn).matches(),
                        Property.of("domain", "certificateArn"),
                        '"' + arn + '"',
                        "the ARN of an ACM certificate in the API's region, as in "
                                + "arn:aws:acm:eu-west-1:123456789012:certificate/…"));
    }
}
