package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.COMMENT_MAX;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import io.edgesocket.components.internal.TaggedArgs;
import io.edgesocket.components.waf.ManagedWebAclArgs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link WebSocketCdn} is made of. All of it is checked when the component is made, at once.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html">CloudFront
 *      quotas</a>
 */
public final class WebSocketCdnArgs extends TaggedArgs {
    final Optional<CdnOrigin> origin;
    final PathOrigins paths;
    final ForwardedHeaders headers;
    final QueryStrings queryStrings;
    final EdgeAttachments edge;
    final ViewerCertificate names;
    final PriceClass priceClass;
    final HttpVersion httpVersion;
    final boolean ipv6;
    final Optional<Input> webAclArn;
    final Optional<ManagedWebAclArgs> webAcl;
    final Optional<CdnLogs> logs;
    final Optional<LogBucket> logging;
    final Optional<String> comment;
    final boolean enabled;

    private WebSocketCdnArgs(Builder from) {
        super("WebSocketCdn", from);
        origin = from.origin;
        paths = from.paths;
        headers = new ForwardedHeaders(from.headers, paths.ofWebSockets().areAny());
        queryStrings = from.queryStrings;
        edge = new EdgeAttachments(List.copyOf(from.edge), paths.ofWebSockets());
        names = new ViewerCertificate(from.aliases, from.certificateArn, from.minimumTls);
        priceClass = from.priceClass;
        httpVersion = from.httpVersion;
        ipv6 = from.ipv6;
        webAclArn = from.webAclArn;
        webAcl = from.webAcl;
        logs = from.logs;
        logging = from.logging;
        comment = from.comment;
        enabled = from.enabled;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        origin.ifPresentOrElse(
                given -> given.check(problems, Property.of("origin"), headers),
                () -> problems.add("origin", "none", "the WebSocket API that connections go to"));
        paths.check(problems, headers);
        problems.unless(
                origin.isEmpty() || hasWebSocket(),
                "origin",
                "no WebSocket API, neither here nor among paths",
                "one at least: a WebSocketOrigin as the origin, or at a path such as /ws");
        origin.ifPresent(byDefault -> Sites.check(problems, name, byDefault, paths));
        headers.check(problems);
        queryStrings.check(problems);
        if (!edge.changesOriginRequest()) {
            origin.ifPresent(given -> given.checkConnect(problems, Property.of("origin"), headers, queryStrings));
            paths.all().forEach(path -> path.origin().checkConnect(problems, path.property(), headers, queryStrings));
        }
        edge.check(problems, name);
        names.check(problems);
        webAclArn.flatMap(Input::known).ifPresent(arn -> checkWebAclArn(problems, arn));
        webAcl.ifPresent(acl -> problems.addAll(Property.of("webAcl"), acl.problems(name)));
        problems.unless(
                webAclArn.isEmpty() || webAcl.isEmpty(),
                "webAcl",
                "given together with webAclArn",
                "a distribution has one web ACL");
        logs.ifPresent(given -> given.check(problems, name));
        logging.ifPresent(bucket -> bucket.check(problems));
        problems.unless(
                comment(name).length() <= COMMENT_MAX,
                "comment",
                comment(name).length() + " characters",
                "at most " + COMMENT_MAX);
    }

    private boolean hasWebSocket() {
        return origin.filter(CdnOrigin::isWebSocket).isPresent()
                || paths.ofWebSockets().areAny();
    }

    /** Where WebSockets are, if not everywhere: the shortest path. */
    String webSocketPath() {
        return origin.filter(CdnOrigin::isWebSocket).isPresent()
                ? ""
                : paths.ofWebSockets().all().stream()
                        .map(PathOrigin::prefix)
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElse("");
    }

    private static void checkWebAclArn(Problems problems, String arn) {
        problems.unless(
                arn.matches(CloudFrontLimits.WEB_ACL_ARN),
                "webAclArn",
                '"' + arn + '"',
                "the ARN of a WAFv2 web ACL of scope CLOUDFRONT, as in "
                        + "arn:aws:wafv2:us-east-1:123456789012:global/webacl/name/id");
    }

    String comment(String name) {
        return comment.orElse(name);
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private Optional<CdnOrigin> origin = Optional.empty();
        private PathOrigins paths = PathOrigins.NONE;
        private List<String> headers = List.of();
        private QueryStrings queryStrings = QueryStrings.all();
        private final List<EdgeAttachment> edge = new ArrayList<>();
        private List<String> aliases = List.of();
        private Optional<Input> certificateArn = Optional.empty();
        private Optional<MinimumTls> minimumTls = Optional.empty();
        private PriceClass priceClass = PriceClass.ALL;
        private HttpVersion httpVersion = HttpVersion.HTTP2_AND_3;
        private boolean ipv6 = true;
        private Optional<Input> webAclArn = Optional.empty();
        private Optional<ManagedWebAclArgs> webAcl = Optional.empty();
        private Optional<CdnLogs> logs = Optional.empty();
        private Optional<LogBucket> logging = Optional.empty();
        private Optional<String> comment = Optional.empty();
        private boolean enabled = true;

        private Builder() {}

        /**
         * Where every request goes whose path has none of the {@link #path prefixes}: a WebSocket API, the bucket of a
         * site, or an HTTP API. A WebSocket API has no paths: API Gateway answers 403 to any but {@code /}, and that
         * answer is passed on. Required.
         */
        public Builder origin(CdnOrigin origin) {
            this.origin = Optional.of(origin);
            return this;
        }

        /**
         * Another origin, for the requests whose path is this prefix or stands below it: {@code /chat} takes
         * {@code /chat} and {@code /chat/room}, not {@code /chatter}; of two that fit, the longer takes it. May be
         * called {@value CloudFrontLimits#PATHS_MAX} times. Default: none.
         *
         * <p>A WebSocket API itself sees {@code /}; its handler finds the client's path in the header
         * {@value WebSocketCdn#ORIGINAL_PATH_HEADER}, which no client can forge. An existing one without a path of its own,
         * a custom domain, sees what follows the prefix. A {@link SiteOrigin} and an {@link HttpOrigin} see the whole path.
         *
         * @param prefix starts with {@code /}, doesn't end with it; no wildcards; its case matters
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html">
         *      Cache behavior settings</a>
         */
        public Builder path(String prefix, CdnOrigin origin) {
            this.paths = paths.and(prefix, origin);
            return this;
        }

        /**
         * The viewer's headers that reach the origin besides the five {@code Sec-WebSocket-*}: {@code Origin}, say, if
         * {@code $connect} looks at it. A policy holds {@value CloudFrontLimits#POLICY_HEADERS_MAX}, so five are free,
         * four with {@link #path paths}; never {@code Host}, {@code Authorization} or {@code Accept-Encoding}.
         * Default: none.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html">
         *      Control origin requests with a policy</a>
         */
        public Builder headers(List<String> headers) {
            this.headers = List.copyOf(headers);
            return this;
        }

        /**
         * The query strings that reach the origin. Default: all, for browsers can't set headers on a WebSocket, so
         * tokens travel there; with caching off, a query string can't split a cache.
         */
        public Builder queryStrings(QueryStrings queryStrings) {
            this.queryStrings = queryStrings;
            return this;
        }

        /**
         * Code to run on every handshake, whichever its path; one for each event. Requests of other kinds of origins don't
         * reach it. Viewer events take either CloudFront
         * Functions or Lambda@Edge, not both. {@link #path Paths} need a CloudFront Function at viewer-request: yours runs
         * before it, in the same function, and sees the path that the client asked for. Default: none.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html">
         *      Restrictions on all edge functions</a>
         */
        public Builder edge(EdgeAttachment... attachments) {
            edge.addAll(List.of(attachments));
            return this;
        }

        /**
         * The domain names that viewers use, lower-case, at most {@value CloudFrontLimits#ALIASES_MAX}; they need a
         * {@link #certificateArn(String) certificate}. Default: none, CloudFront's own name.
         */
        public Builder aliases(List<String> aliases) {
            this.aliases = List.copyOf(aliases);
            return this;
        }

        /** The ACM certificate, in us-east-1, that covers every alias. Default: CloudFront's own. */
        public Builder certificateArn(String arn) {
            this.certificateArn = Optional.of(Input.now(arn));
            return this;
        }

        /** As {@link #certificateArn(String)}, of a certificate that the same program makes. It can't be checked. */
        public Builder certificateArn(Output<String> arn) {
            this.certificateArn = Optional.of(Input.later(arn));
            return this;
        }

        /**
         * The oldest TLS that viewers may use; needs a certificate. Default: {@code TLSv1.2_2021}; CloudFront's own
         * certificate allows TLSv1 and up.
         */
        public Builder minimumTls(MinimumTls minimumTls) {
            this.minimumTls = Optional.of(minimumTls);
            return this;
        }

        /** Which edge locations are used. Default: {@code PriceClass_All}. */
        public Builder priceClass(PriceClass priceClass) {
            this.priceClass = priceClass;
            return this;
        }

        /** The newest HTTP that viewers may use. Default: {@code http2and3}. */
        public Builder httpVersion(HttpVersion httpVersion) {
            this.httpVersion = httpVersion;
            return this;
        }

        /** Whether viewers may connect over IPv6; an alias then needs an AAAA record too. Default: true. */
        public Builder ipv6(boolean ipv6) {
            this.ipv6 = ipv6;
            return this;
        }

        /** The WAFv2 web ACL that looks at every handshake, of scope CLOUDFRONT in us-east-1. Default: none. */
        public Builder webAclArn(String arn) {
            this.webAclArn = Optional.of(Input.now(arn));
            return this;
        }

        /** As {@link #webAclArn(String)}, of a web ACL that the same program makes. It can't be checked. */
        public Builder webAclArn(Output<String> arn) {
            this.webAclArn = Optional.of(Input.later(arn));
            return this;
        }

        /** A web ACL that the CDN makes; takes the place of {@link #webAclArn(String)}. Default: none. */
        public Builder webAcl(ManagedWebAclArgs webAcl) {
            this.webAcl = Optional.of(webAcl);
            return this;
        }

        /** A line for each handshake, without its query string. Default: none. */
        public Builder standardLogs(CdnLogs logs) {
            this.logs = Optional.of(logs);
            return this;
        }

        /**
         * Standard logs of the older kind, to a bucket with ACLs enabled: with the query string, and so with the tokens
         * that travel there. {@link #standardLogs} are without. Default: none.
         *
         * @param bucketDomainName such as {@code my-logs.s3.amazonaws.com}
         * @param prefix           what each log's name starts with; no slash at its start; may be empty
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html">Standard
         *      logging (legacy)</a>
         */
        public Builder legacyLogs(String bucketDomainName, String prefix) {
            this.logging = Optional.of(new LogBucket(Input.now(bucketDomainName), prefix));
            return this;
        }

        /** As {@link #legacyLogs(String, String)}, to a bucket that the same program makes. */
        public Builder legacyLogs(Output<String> bucketDomainName, String prefix) {
            this.logging = Optional.of(new LogBucket(Input.later(bucketDomainName), prefix));
            return this;
        }

        /**
         * Shown in the console. At most {@value CloudFrontLimits#COMMENT_MAX} characters. Default: the component's
         * name.
         */
        public Builder comment(String comment) {
            this.comment = Optional.of(comment);
            return this;
        }

        /** Whether the distribution takes connections. Default: true. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        public WebSocketCdnArgs build() {
            return new WebSocketCdnArgs(this);
        }
    }
}
