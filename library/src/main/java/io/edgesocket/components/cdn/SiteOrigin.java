package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.s3.BucketV2;
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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a site, in a private S3 bucket beside the WebSocket APIs of a {@link WebSocketCdn}. The distribution alone
 * may read the bucket, by an origin access control. By default files are cached for as long as their
 * {@code Cache-Control} says ({@link ManagedCachePolicy#CACHING_OPTIMIZED}), nothing of a request but its path reaches the
 * bucket (for its rules for CORS take {@link ManagedOriginRequestPolicy#CORS_S3_ORIGIN}), plain HTTP is {@linkplain
 * ViewerProtocol#REDIRECT_TO_HTTPS redirected}, and the answers have {@link
 * ManagedResponseHeadersPolicy#SECURITY_HEADERS}. Methods are {@link AllowedMethods#READS} or {@link
 * AllowedMethods#READS_AND_OPTIONS}: others are refused. Immutable: each setting gives a changed copy.
 * <pre>{@code
 * WebSocketCdnArgs.builder()
 *         .origin(SiteOrigin.of(site.bucket()).singlePage())
 *         .path("/ws", WebSocketOrigin.of(chat))
 * }</pre>
 * A path is a file's key: at the path {@code /docs} of a distribution, {@code /docs/a.html} is the file
 * {@code docs/a.html}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html">
 *      Restrict access to an Amazon S3 origin</a>
 */
public final class SiteOrigin extends CachedOrigin<SiteOrigin> {
    private static final Pattern BUCKET = Pattern.compile(CloudFrontLimits.BUCKET_ALONE);
    private static final Pattern REGION = Pattern.compile("(?!cn-)[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9_.~-]*");
    private static final BehaviorSettings FILES = new BehaviorSettings(
            Input.now(ManagedCachePolicy.CACHING_OPTIMIZED.id()),
            Optional.empty(),
            Optional.of(Input.now(ManagedResponseHeadersPolicy.SECURITY_HEADERS.id())),
            ViewerProtocol.REDIRECT_TO_HTTPS,
            AllowedMethods.READS);

    /**
     * A bucket. Two of the same bucket are equal.
     *
     * @param of what it is known by: the resource, or its name
     */
    record Bucket(Object of, Output<String> name, Output<String> domainName) {
        Output<String> arn() {
            return name.applyValue(text -> "arn:aws:s3:::" + text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bucket another && another.of.equals(of);
        }

        @Override
        public int hashCode() {
            return of.hashCode();
        }
    }

    private final Bucket bucket;
    private final Optional<Existing> existing;
    private final Page page;

    /** A bucket as the user names it. */
    private record Existing(String name, String region) {}

    /**
     * What is answered, and who may read it.
     *
     * @param rootObject what is shown where a path names no file
     * @param single     whether it is shown for every path that has no dot in its last part
     * @param policy     whether the distribution makes the bucket's policy
     * @param listing    whether CloudFront may list the bucket
     */
    private record Page(String rootObject, boolean single, boolean policy, boolean listing) {}

    private SiteOrigin(Bucket bucket, Optional<Existing> existing, BehaviorSettings settings, Page page) {
        super(settings);
        this.bucket = bucket;
        this.existing = existing;
        this.page = page;
    }

    /** A bucket of this program. The distribution makes its policy, of which a bucket has one. */
    public static SiteOrigin of(BucketV2 bucket) {
        return new SiteOrigin(
                new Bucket(
                        bucket,
                        bucket.id(),
                        Placeholder.ifAbsent(bucket.bucketRegionalDomainName(), bucket, "bucketRegionalDomainName")),
                Optional.empty(),
                FILES,
                new Page("index.html", false, true, false));
    }

    /**
     * A bucket that exists already. Its policy stays as it is, and has to let the distribution read, unless
     * {@link #bucketPolicy} says otherwise.
     *
     * @param region where it is, such as {@code eu-west-1}
     */
    public static SiteOrigin existing(String bucketName, String region) {
        return new SiteOrigin(
                new Bucket(
                        bucketName, Output.of(bucketName), Output.of(bucketName + ".s3." + region + ".amazonaws.com")),
                Optional.of(new Existing(bucketName, region)),
                FILES,
                new Page("index.html", false, false, false));
    }

    /**
     * The file that is shown where a path names none: at {@code /}, or at the path that the bucket is for. Letters, digits
     * and {@code _ . ~ -}; no folder. A CloudFront Function does this, on this path alone: CloudFront's own default root
     * object is for a whole distribution, and AWS doesn't say that it leaves alone a WebSocket API's path, of which {@code
     * /} is made at the edge. Default: {@code index.html}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html">Specify a
     *      default root object</a>
     */
    public SiteOrigin rootObject(String file) {
        return with(new Page(file, page.single, page.policy, page.listing));
    }

    /**
     * Shows the {@linkplain #rootObject root object} for every path whose last part has no dot, so that an application in
     * the browser can have paths of its own. The same function does this: CloudFront's own error pages are for a whole
     * distribution, and would take the place of a WebSocket API's 403. A file that isn't there, such
     * as {@code /app.js}, is answered 403 or 404, never with a page. Default: off.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html">
     *      Generate custom error responses</a>
     */
    public SiteOrigin singlePage() {
        return with(new Page(page.rootObject, true, page.policy, page.listing));
    }

    /**
     * Whether the distribution makes the bucket's policy: it lets this distribution read, and nobody else. A policy that the
     * bucket has is replaced. Default: true for a bucket of this program, false for one that exists.
     */
    public SiteOrigin bucketPolicy(boolean made) {
        return with(new Page(page.rootObject, page.single, made, page.listing));
    }

    /**
     * Whether a file that isn't there is answered 404 in the place of 403: S3 says so only to who may list the bucket, and
     * the policy then lets the distribution do that too. Default: false.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject: permissions</a>
     */
    public SiteOrigin notFoundAs404(boolean listing) {
        return with(new Page(page.rootObject, page.single, page.policy, listing));
    }

    /** CloudFront adds nothing to the answers. */
    public SiteOrigin withoutResponseHeadersPolicy() {
        return with(settings().responseHeadersPolicy(Optional.empty()));
    }

    @Override
    public Output<String> domainName() {
        return bucket.domainName();
    }

    Bucket bucket() {
        return bucket;
    }

    String rootObject() {
        return page.rootObject;
    }

    boolean isSinglePage() {
        return page.single;
    }

    boolean hasPolicy() {
        return page.policy;
    }

    boolean isListed() {
        return page.listing;
    }

    @Override
    void check(Problems problems, Property property, ForwardedHeaders forwarded) {
        existing.ifPresent(named -> check(problems, property.then("bucket"), named));
        problems.unless(
                FILE.matcher(page.rootObject).matches(),
                property.then("rootObject"),
                '"' + page.rootObject + '"',
                "a file at the top, such as index.html: letters, digits and _ . ~ -, not beginning with a dot");
        problems.unless(
                page.policy || !page.listing,
                property.then("notFoundAs404"),
                "true, and the bucket's policy is not made here",
                "set bucketPolicy(true), or let that policy allow s3:ListBucket: it decides");
        problems.unless(
                settings().methods() != AllowedMethods.ALL,
                property.then("methods"),
                "ALL",
                "READS or READS_AND_OPTIONS: viewers don't write to a site's bucket");
        settings().check(problems, property);
        settings()
                .checkHostStays(problems, property, "CloudFront signs requests to a bucket with the bucket's own name");
    }

    private static void check(Problems problems, Property property, Existing named) {
        problems.unless(
                BUCKET.matcher(named.name).matches(),
                property,
                '"' + named.name + '"',
                "a bucket's name alone: 3 to 63 lower-case letters, digits, - and .");
        problems.unless(
                REGION.matcher(named.region).matches(),
                property,
                "region \"" + named.region + '"',
                "the region that the bucket is in, such as eu-west-1");
    }

    @Override
    DistributionOriginArgs toArgs(String id, Sites sites) {
        return DistributionOriginArgs.builder()
                .originId(id)
                .domainName(domainName())
                .originAccessControlId(sites.accessControlId())
                .build();
    }

    @Override
    CacheBehavior behavior(CacheBehavior handshake, Sites sites) {
        return new CacheBehavior(settings(), true, sites.association());
    }

    @Override
    SiteOrigin with(BehaviorSettings changed) {
        return new SiteOrigin(bucket, existing, changed, page);
    }

    private SiteOrigin with(Page changed) {
        return new SiteOrigin(bucket, existing, settings(), changed);
    }
}
