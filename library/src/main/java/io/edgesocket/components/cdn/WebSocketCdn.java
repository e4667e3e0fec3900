package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.OriginRequestPolicy;
import com.pulumi.aws.cloudfront.OriginRequestPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.OriginRequestPolicyCookiesConfigArgs;
import com.pulumi.aws.cloudfront.inputs.OriginRequestPolicyHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.OriginRequestPolicyHeadersConfigHeadersArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.behavior.AllowedMethods;
import io.edgesocket.components.behavior.BehaviorSettings;
import io.edgesocket.components.behavior.ManagedCachePolicy;
import io.edgesocket.components.behavior.ViewerProtocol;
import io.edgesocket.components.functions.EdgeFunction;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.waf.ManagedWebAcl;
import io.edgesocket.components.waf.ManagedWebAclArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CloudFront in front of WebSocket APIs. A handshake needs three things of it that a website doesn't: caching off, its
 * own headers forwarded and {@code Host} not, and HTTPS alone on both sides. A site and HTTP APIs may stand behind the same
 * name, each on its paths and with what is right for it.
 * <pre>{@code
 * var cdn = new WebSocketCdn("cdn", WebSocketCdnArgs.builder()
 *         .origin(WebSocketOrigin.existing("wss://abc123.execute-api.eu-west-1.amazonaws.com/prod"))
 *         .build());
 * ctx.export("url", cdn.url());
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-working-with.websockets.html">
 *      Use WebSockets with CloudFront distributions</a>
 */
public final class WebSocketCdn extends ComponentResource {
    /** The header with the path that the client asked for; there only with {@code path}s. */
    public static final String ORIGINAL_PATH_HEADER = "x-original-path";

    static final String TYPE = "edgesocket:aws:WebSocketCdn";
    private static final String DEFAULT_ORIGIN = "default";
    private static final DistributionRestrictionsArgs NO_RESTRICTIONS = DistributionRestrictionsArgs.builder()
            .geoRestriction(DistributionRestrictionsGeoRestrictionArgs.builder()
                    .restrictionType("none")
                    .build())
            .build();

    private final String name;
    private final WebSocketCdnArgs args;
    private final Children children;
    private final OriginRequestPolicy originRequestPolicy;
    private final EdgeCode edge;
    private final Optional<ManagedWebAcl> webAcl;
    private final Sites sites;
    private final Distribution distribution;
    private final List<BucketPolicy> bucketPolicies;
    private final Optional<LogGroup> logGroup;
    private final Output<String> host;
    private final Output<String> url;

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public WebSocketCdn(String name, WebSocketCdnArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public WebSocketCdn(String name, WebSocketCdnArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.name = name;
        this.args = args;
        this.children = new Children(this, name, args.transform);

        this.originRequestPolicy = forwardHandshakeHeaders();
        this.edge = EdgeCode.make(children, args);
        this.webAcl = args.webAcl.map(this::webAcl);
        this.sites = Sites.make(children, args.origin.orElseThrow(), args.paths);
        this.distribution = distribution(handshakes());
        this.bucketPolicies = sites.letIn(children, distribution);
        this.logGroup = args.logs.flatMap(
                logs -> new CdnLogDelivery(children, distribution, logs, args.tags.orElse(Map.of())).logGroup());

        this.host = args.names.first().map(Output::of).orElseGet(this::domainName);
        this.url = host.applyValue(found -> "wss://" + found + args.webSocketPath());
        registerOutputs(Map.of(
                "url",
                url,
                "domainName",
                domainName(),
                "distributionId",
                distributionId(),
                "hostedZoneId",
                hostedZoneId()));
    }

    /**
     * Where clients connect: {@code wss://} and the first alias that is no wildcard, or CloudFront's own name. If the
     * default origin is no WebSocket API, the shortest path of one follows.
     */
    public Output<String> url() {
        return url;
    }

    /** Where browsers find what isn't a WebSocket: {@code https://} and the same name. */
    public Output<String> siteUrl() {
        return host.applyValue(found -> "https://" + found);
    }

    /** CloudFront's own name for the distribution: what an alias's DNS record points to. */
    public Output<String> domainName() {
        return Placeholder.ifAbsent(distribution.domainName(), distribution, "domainName");
    }

    public Output<String> distributionId() {
        return distribution.id();
    }

    /** The hosted zone that an alias record names as its target's. */
    public Output<String> hostedZoneId() {
        return Placeholder.ifAbsent(distribution.hostedZoneId(), distribution, "hostedZoneId");
    }

    public List<String> aliases() {
        return args.names.aliases();
    }

    public boolean hasIpv6() {
        return args.ipv6;
    }

    public OriginRequestPolicy originRequestPolicy() {
        return originRequestPolicy;
    }

    public Distribution distribution() {
        return distribution;
    }

    /** The CloudFront Functions, each at its event; the one that paths need is at viewer-request. */
    public Map<EdgeEvent, Function> functions() {
        return edge.functions();
    }

    /** The CloudFront Function for the paths of sites, if there are any. */
    public Optional<Function> siteFunction() {
        return sites.code();
    }

    /** The policies that let the distribution read the buckets of sites, in the order of their paths. */
    public List<BucketPolicy> bucketPolicies() {
        return bucketPolicies;
    }

    /** The Lambda@Edge functions that the distribution made, each at its event. */
    public Map<EdgeEvent, EdgeFunction> edgeFunctions() {
        return edge.lambdas();
    }

    /** What AWS takes, but may not take everywhere: for {@code ctx.log().warn}. */
    public List<String> warnings() {
        return args.edge.warnings();
    }

    /** The web ACL that was made for it, if one was. */
    public Optional<ManagedWebAcl> webAcl() {
        return webAcl;
    }

    /** Where its logs are, if they are in CloudWatch Logs: in us-east-1. */
    public Optional<LogGroup> logGroup() {
        return logGroup;
    }

    /** How CloudFront treats a handshake. A handshake is a GET; the smallest set of methods has HEAD besides. */
    private CacheBehavior handshakes() {
        return new CacheBehavior(
                new BehaviorSettings(
                        Input.now(cachingOff().id()),
                        Optional.of(Input.later(originRequestPolicy.id())),
                        Optional.empty(),
                        httpsOnly(),
                        AllowedMethods.READS),
                false,
                edge.associations());
    }

    /** The first need: a handshake that a cache answers makes no connection. */
    private static ManagedCachePolicy cachingOff() {
        return ManagedCachePolicy.CACHING_DISABLED;
    }

    /**
     * The second need: CloudFront passes on nothing of a handshake by itself. {@code Host} must stay out, for API
     * Gateway answers 403 to a host that isn't its own. The policy's name is Pulumi's, so it is the only one in the
     * account, whatever other stacks there are.
     */
    private OriginRequestPolicy forwardHandshakeHeaders() {
        return children.add(
                OriginRequestPolicy::new,
                "handshake",
                OriginRequestPolicyArgs.builder()
                        .comment("What a WebSocket handshake needs")
                        .headersConfig(OriginRequestPolicyHeadersConfigArgs.builder()
                                .headerBehavior("whitelist")
                                .headers(OriginRequestPolicyHeadersConfigHeadersArgs.builder()
                                        .items(args.headers.all())
                                        .build())
                                .build())
                        .queryStringsConfig(args.queryStrings.toArgs())
                        .cookiesConfig(OriginRequestPolicyCookiesConfigArgs.builder()
                                .cookieBehavior("none")
                                .build())
                        .build());
    }

    /**
     * The third need: {@code ws://} is answered 403, not redirected, as WebSocket clients follow no redirect.
     * {@link HttpsOrigin} does the same on the side of the origin.
     */
    private static ViewerProtocol httpsOnly() {
        return ViewerProtocol.HTTPS_ONLY;
    }

    private ManagedWebAcl webAcl(ManagedWebAclArgs acl) {
        return new ManagedWebAcl(children.nameOf("web-acl"), acl.seenBy(args.transform), children.nested());
    }

    private Distribution distribution(CacheBehavior handshakes) {
        var byDefault = args.origin.orElseThrow();
        var distribution = DistributionArgs.builder()
                .enabled(args.enabled)
                .comment(args.comment(name))
                .aliases(args.names.aliases())
                .viewerCertificate(args.names.toArgs())
                .isIpv6Enabled(args.ipv6)
                .httpVersion(args.httpVersion.value())
                .priceClass(args.priceClass.value())
                .origins(origins())
                .defaultCacheBehavior(byDefault.behavior(handshakes, sites).byDefault(DEFAULT_ORIGIN))
                .orderedCacheBehaviors(pathBehaviors(handshakes))
                .restrictions(NO_RESTRICTIONS)
                .tags(args.tags.orElse(Map.of()));
        args.webAclArn
                .map(Input::output)
                .or(() -> webAcl.map(ManagedWebAcl::arn))
                .ifPresent(distribution::webAclId);
        args.logging.ifPresent(bucket -> distribution.loggingConfig(bucket.toArgs()));
        return children.add(
                Distribution::new,
                "",
                distribution.build(),
                CustomResourceOptions.builder().dependsOn(accepted()).build());
    }

    /** A key that an API doesn't accept yet would keep everybody out. */
    private List<Resource> accepted() {
        return Stream.concat(args.origin.stream(), args.paths.all().stream().map(PathOrigin::origin))
                .flatMap(origin -> origin.accepted().stream())
                .toList();
    }

    private List<DistributionOriginArgs> origins() {
        var byDefault = args.origin.stream().map(origin -> origin.toArgs(DEFAULT_ORIGIN, sites));
        var byPath = args.paths.all().stream().map(path -> path.origin().toArgs(path.prefix(), sites));
        return Stream.concat(byDefault, byPath).toList();
    }

    private List<DistributionOrderedCacheBehaviorArgs> pathBehaviors(CacheBehavior handshakes) {
        return args.paths.all().stream()
                .flatMap(path -> {
                    var behavior = path.origin().behavior(handshakes, sites);
                    return path.patterns().stream().map(pattern -> behavior.on(pattern, path.prefix()));
                })
                .toList();
    }
}
