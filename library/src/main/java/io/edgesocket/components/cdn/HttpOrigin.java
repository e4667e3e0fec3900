package io.edgesocket.components.cdn;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.behavior.AllowedMethods;
import io.edgesocket.components.behavior.BehaviorSettings;
import io.edgesocket.components.behavior.ManagedCachePolicy;
import io.edgesocket.components.behavior.ManagedOriginRequestPolicy;
import io.edgesocket.components.behavior.ViewerProtocol;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP API, or anything else that speaks HTTPS, beside the WebSocket APIs of a {@link WebSocketCdn}. By default nothing
 * is cached ({@link ManagedCachePolicy#CACHING_DISABLED}), {@linkplain AllowedMethods#ALL every method} and all of a request
 * but {@code Host} reach it ({@link ManagedOriginRequestPolicy#ALL_VIEWER_EXCEPT_HOST_HEADER}), nothing is added to its
 * answers, and plain HTTP is answered 403 ({@link ViewerProtocol#HTTPS_ONLY}; for pages that people open, {@link
 * ViewerProtocol#REDIRECT_TO_HTTPS}). Immutable: each setting gives a changed copy.
 * <pre>{@code
 * WebSocketCdnArgs.builder()
 *         .origin(WebSocketOrigin.of(chat))
 *         .path("/api", HttpOrigin.existing("https://abc123.execute-api.eu-west-1.amazonaws.com"))
 * }</pre>
 * It sees the whole path: {@code /api/users}, after a path of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html">Origin
 *      settings</a>
 */
public final class HttpOrigin extends CachedOrigin<HttpOrigin> {
    private static final BehaviorSettings API = new BehaviorSettings(
            Input.now(ManagedCachePolicy.CACHING_DISABLED.id()),
            Optional.of(Input.now(ManagedOriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.id())),
            Optional.empty(),
            ViewerProtocol.HTTPS_ONLY,
            AllowedMethods.ALL);

    private final HttpsOrigin to;
    private final boolean knowsOwnNameAlone;

    private HttpOrigin(HttpsOrigin to, BehaviorSettings settings, boolean knowsOwnNameAlone) {
        super(settings);
        this.to = to;
        this.knowsOwnNameAlone = knowsOwnNameAlone;
    }

    /** An HTTP API of this program, at its stage {@code $default}, which has no place in the path. */
    public static HttpOrigin of(Api api) {
        var host = Placeholder.ifAbsent(api.apiEndpoint(), api, "apiEndpoint")
                .applyValue(endpoint -> endpoint.replaceFirst("^https://", ""));
        return new HttpOrigin(new HttpsOrigin(new OriginAddress.Host(host, "")), API, true);
    }

    /**
     * A host of this program: a load balancer, say, or a function's URL.
     *
     * @param domainName its name, without scheme and path
     * @param path       what CloudFront puts before every path; empty, or such as {@code /v1}
     */
    public static HttpOrigin of(Output<String> domainName, String path) {
        return new HttpOrigin(new HttpsOrigin(new OriginAddress.Host(domainName, path)), API, false);
    }

    /**
     * An address that exists already.
     *
     * @param address {@code https://}, its host, a port other than 443, and a path, which CloudFront puts before every
     *                other; a slash at its end is left out
     */
    public static HttpOrigin existing(String address) {
        var endpoint = EndpointOrigin.parse(EndpointOrigin.Protocol.HTTPS, address);
        return new HttpOrigin(new HttpsOrigin(endpoint), API, endpoint.isApiGateway());
    }

    /**
     * How long CloudFront waits for the answer. Whole seconds, at most {@value CloudFrontLimits#READ_TIMEOUT_MAX}. Default:
     * {@value CloudFrontLimits#READ_TIMEOUT_DEFAULT} s.
     */
    public HttpOrigin readTimeout(Duration timeout) {
        return with(to.with(to.connection().readTimeout(timeout)));
    }

    /**
     * How long an idle connection is kept for the next request. Whole seconds, at most
     * {@value CloudFrontLimits#KEEP_ALIVE_MAX}. Default: {@value CloudFrontLimits#KEEP_ALIVE_DEFAULT} s.
     */
    public HttpOrigin keepAlive(Duration timeout) {
        return with(to.with(to.connection().keepAlive(timeout)));
    }

    /** As {@link WebSocketOrigin#header(String, String)}. */
    public HttpOrigin header(String name, String value) {
        return with(to.with(new OriginHeader(name, Input.now(value))));
    }

    /** As {@link WebSocketOrigin#header(String, Output)}: a key that the origin asks for, say. */
    public HttpOrigin header(String name, Output<String> value) {
        return with(to.with(new OriginHeader(name, Input.later(value))));
    }

    @Override
    public Output<String> domainName() {
        return to.address().domainName();
    }

    @Override
    void check(Problems problems, Property property, ForwardedHeaders forwarded) {
        to.check(problems, property, new ForwardedHeaders(List.of(), false));
        settings().check(problems, property);
        if (knowsOwnNameAlone) {
            settings().checkHostStays(problems, property, "API Gateway answers 403 to a host that isn't its own");
        }
    }

    @Override
    DistributionOriginArgs toArgs(String id, Sites sites) {
        return to.toArgs(id);
    }

    @Override
    CacheBehavior behavior(CacheBehavior handshake, Sites sites) {
        return new CacheBehavior(settings(), true, EdgeAssociations.NONE);
    }

    private HttpOrigin with(HttpsOrigin changed) {
        return new HttpOrigin(changed, settings(), knowsOwnNameAlone);
    }

    @Override
    HttpOrigin with(BehaviorSettings changed) {
        return new HttpOrigin(to, changed, knowsOwnNameAlone);
    }
}
