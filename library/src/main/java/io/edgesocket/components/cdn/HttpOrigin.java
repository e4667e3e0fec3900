package io.edgesocket.components.cdn;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.behavior.AllowedMethods;
import io.edgesocket.components.behavior.BehaviorSettings;
import io.edgesocket.components.behavior.ManagedCachePolicy;
import io.edgesocket.components.behavior.ManagedOriginRequestPolicy;
import io.edgesocket.components.behavior.ManagedResponseHeadersPolicy;
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
 * is cached, every method and all of a request but {@code Host} reach it, and plain HTTP is answered 403. Immutable: each
 * setting gives a changed copy.
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
public final class HttpOrigin extends CdnOrigin {
    private static final BehaviorSettings API = new BehaviorSettings(
            Input.now(ManagedCachePolicy.CACHING_DISABLED.id()),
            Optional.of(Input.now(ManagedOriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.id())),
            Optional.empty(),
            ViewerProtocol.HTTPS_ONLY,
            AllowedMethods.ALL);

    private final HttpsOrigin to;
    private final BehaviorSettings settings;
    private final boolean knowsOwnNameAlone;

    private HttpOrigin(HttpsOrigin to, BehaviorSettings settings, boolean knowsOwnNameAlone) {
        this.to = to;
        this.settings = settings;
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

    /** What is cached, and for how long. Default: {@link ManagedCachePolicy#CACHING_DISABLED}. */
    public HttpOrigin cachePolicy(ManagedCachePolicy policy) {
        return with(settings.cachePolicy(Input.now(policy.id())));
    }

    /** As {@link #cachePolicy(ManagedCachePolicy)}, of a policy of your own, by its id. */
    public HttpOrigin cachePolicy(String id) {
        return with(settings.cachePolicy(Input.now(id)));
    }

    /** As {@link #cachePolicy(String)}, of a policy that the same program makes. It can't be checked. */
    public HttpOrigin cachePolicy(Output<String> id) {
        return with(settings.cachePolicy(Input.later(id)));
    }

    /**
     * What of a request reaches the origin besides what is part of the cache's key. Default:
     * {@link ManagedOriginRequestPolicy#ALL_VIEWER_EXCEPT_HOST_HEADER}.
     */
    public HttpOrigin originRequestPolicy(ManagedOriginRequestPolicy policy) {
        return with(settings.originRequestPolicy(Input.now(policy.id())));
    }

    /** As {@link #originRequestPolicy(ManagedOriginRequestPolicy)}, of a policy of your own, by its id. */
    public HttpOrigin originRequestPolicy(String id) {
        return with(settings.originRequestPolicy(Input.now(id)));
    }

    /** As {@link #originRequestPolicy(String)}, of a policy that the same program makes. It can't be checked. */
    public HttpOrigin originRequestPolicy(Output<String> id) {
        return with(settings.originRequestPolicy(Input.later(id)));
    }

    /** What CloudFront adds to the answers. Default: nothing. */
    public HttpOrigin responseHeadersPolicy(ManagedResponseHeadersPolicy policy) {
        return with(settings.responseHeadersPolicy(Optional.of(Input.now(policy.id()))));
    }

    /** As {@link #responseHeadersPolicy(ManagedResponseHeadersPolicy)}, of a policy of your own, by its id. */
    public HttpOrigin responseHeadersPolicy(String id) {
        return with(settings.responseHeadersPolicy(Optional.of(Input.now(id))));
    }

    /** As {@link #responseHeadersPolicy(String)}, of a policy that the same program makes. It can't be checked. */
    public HttpOrigin responseHeadersPolicy(Output<String> id) {
        return with(settings.responseHeadersPolicy(Optional.of(Input.later(id))));
    }

    /** Default: {@link AllowedMethods#ALL}. */
    public HttpOrigin methods(AllowedMethods methods) {
        return with(settings.methods(methods));
    }

    /** Default: {@link ViewerProtocol#HTTPS_ONLY}; for pages that people open, {@link ViewerProtocol#REDIRECT_TO_HTTPS}. */
    public HttpOrigin viewerProtocol(ViewerProtocol protocol) {
        return with(settings.viewerProtocol(protocol));
    }

    @Override
    public Output<String> domainName() {
        return to.address().domainName();
    }

    @Override
    void check(Problems problems, Property property, ForwardedHeaders forwarded) {
        to.check(problems, property, new ForwardedHeaders(List.of(), false));
        settings.check(problems, property);
        if (knowsOwnNameAlone) {
            settings.checkHostStays(problems, property, "API Gateway answers 403 to a host that isn't its own");
        }
    }

    @Override
    DistributionOriginArgs toArgs(String id, Sites sites) {
        return to.toArgs(id);
    }

    @Override
    CacheBehavior behavior(CacheBehavior handshake, Sites sites) {
        return new CacheBehavior(settings, true, EdgeAssociations.NONE);
    }

    private HttpOrigin with(HttpsOrigin changed) {
        return new HttpOrigin(changed, settings, knowsOwnNameAlone);
    }

    private HttpOrigin with(BehaviorSettings changed) {
        return new HttpOrigin(to, changed, knowsOwnNameAlone);
    }
}
