package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.FUNCTION_CODE_BYTES_MAX;

import com.google.gson.JsonObject;
import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
import com.pulumi.aws.cloudfront.OriginAccessControl;
import com.pulumi.aws.cloudfront.OriginAccessControlArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.PolicyStatement;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a distribution needs for the private buckets among its origins: access to them, and code for their paths. */
record Sites(List<Site> all, Optional<OriginAccessControl> access, Optional<Function> code) {
    private static final String ACCESS = "site-access";
    private static final String CODE = "site-paths";
    private static final String SOURCE = "site-paths.js";
    private static final String PLACEHOLDER = "/* sites */";

    /**
     * A bucket at its path.
     *
     * @param prefix empty for the default
     */
    private record Site(String prefix, SiteOrigin origin) {
        Property property() {
            return prefix.isEmpty() ? Property.of("origin") : Property.of("paths", prefix);
        }

        /** Neither has a quote or a backslash in it: both are checked. */
        String row() {
            return "  { path: '%s', rootObject: '%s', singlePage: %s }"
                    .formatted(prefix, origin.rootObject(), origin.isSinglePage());
        }
    }

    static Sites make(Children children, CdnOrigin byDefault, PathOrigins paths) {
        var all = of(byDefault, paths);
        return all.isEmpty()
                ? new Sites(all, Optional.empty(), Optional.empty())
                : new Sites(all, Optional.of(accessControl(children)), Optional.of(function(children, all)));
    }

    /** The most specific first, as in {@link PathOrigins}; the default last. */
    private static List<Site> of(CdnOrigin byDefault, PathOrigins paths) {
        return Stream.concat(paths.all().stream().flatMap(path -> of(path.prefix(), path.origin())), of("", byDefault))
                .toList();
    }

    private static Stream<Site> of(String prefix, CdnOrigin origin) {
        return origin instanceof SiteOrigin site ? Stream.of(new Site(prefix, site)) : Stream.empty();
    }

    /** @param component the component's name: what sites need is named after it */
    static void check(Problems problems, String component, CdnOrigin byDefault, PathOrigins paths) {
        var all = of(byDefault, paths);
        if (!all.isEmpty()) {
            EdgeAttachments.checkName(problems, "CloudFront Function", component + "-" + CODE);
            var bytes = code(all).getBytes(StandardCharsets.UTF_8).length;
            problems.unless(
                    bytes <= FUNCTION_CODE_BYTES_MAX,
                    "paths",
                    "the function for the paths of sites is " + bytes + " bytes",
                    "at most " + FUNCTION_CODE_BYTES_MAX + ": have fewer or shorter paths of sites");
            EdgeAttachments.checkName(problems, "CloudFront access control", component + "-" + ACCESS);
        }
        checkPolicies(problems, all);
    }

    /** A bucket has one policy, so it can't be made in two ways. */
    private static void checkPolicies(Problems problems, List<Site> all) {
        var first = new HashMap<SiteOrigin.Bucket, Site>();
        for (var site : all) {
            var other = first.putIfAbsent(site.origin.bucket(), site);
            problems.unless(
                    other == null || isAllowedTheSame(other.origin, site.origin),
                    site.property(),
                    "the same bucket as " + (other == null ? "" : other.property()) + ", with another policy",
                    "a bucket has one policy: give bucketPolicy and notFoundAs404 alike to both");
        }
    }

    private static boolean isAllowedTheSame(SiteOrigin one, SiteOrigin other) {
        return one.hasPolicy() == other.hasPolicy() && one.isListed() == other.isListed();
    }

    private static OriginAccessControl accessControl(Children children) {
        return children.add(
                OriginAccessControl::new,
                ACCESS,
                OriginAccessControlArgs.builder()
                        .description(children.parentName() + ", the buckets of its sites")
                        .originAccessControlOriginType("s3")
                        .signingBehavior("always")
                        .signingProtocol("sigv4")
                        .build());
    }

    private static Function function(Children children, List<Site> all) {
        return children.add(
                Function::new,
                CODE,
                FunctionArgs.builder()
                        .runtime("cloudfront-js-2.0")
                        .comment(children.parentName() + ", paths of sites")
                        .code(code(all))
                        .publish(true)
                        .build());
    }

    private static String code(List<Site> all) {
        var table = all.stream().map(Site::row).collect(Collectors.joining(",\n", "\n", "\n"));
        return PathFunction.source(SOURCE).replace(PLACEHOLDER, table);
    }

    Output<String> accessControlId() {
        return access.orElseThrow().id();
    }

    /** The code on the paths of every site. */
    EdgeAssociations association() {
        return new EdgeAssociations(Map.of(EdgeEvent.VIEWER_REQUEST, code.orElseThrow()), Map.of());
    }

    /** Lets the distribution read, and nobody else. Made after it, for its ARN is in there. */
    List<BucketPolicy> letIn(Children children, Distribution distribution) {
        var byBucket = new LinkedHashMap<SiteOrigin.Bucket, Site>();
        all.stream()
                .filter(site -> site.origin.hasPolicy())
                .forEach(site -> byBucket.putIfAbsent(site.origin.bucket(), site));
        var policies = new ArrayList<BucketPolicy>();
        byBucket.values().forEach(site -> policies.add(policy(children, site, distribution)));
        return List.copyOf(policies);
    }

    private static BucketPolicy policy(Children children, Site site, Distribution distribution) {
        var bucket = site.origin.bucket();
        var reader = Placeholder.ifAbsent(distribution.arn(), distribution, "arn");
        var policy = Output.tuple(bucket.arn(), reader)
                .applyValue(arns -> PolicyStatement.document(
                        statements(arns.t1, arns.t2, site.origin.isListed()).toArray(JsonObject[]::new)));
        return children.add(
                BucketPolicy::new,
                "site-policy" + site.prefix,
                BucketPolicyArgs.builder().bucket(bucket.name()).policy(policy).build());
    }

    private static List<JsonObject> statements(String bucket, String distribution, boolean listing) {
        var reading = forOnly(distribution, List.of("s3:GetObject"), bucket + "/*");
        return listing ? List.of(reading, forOnly(distribution, List.of("s3:ListBucket"), bucket)) : List.of(reading);
    }

    private static JsonObject forOnly(String distribution, List<String> actions, String resource) {
        var statement = PolicyStatement.allowing("Service", "cloudfront.amazonaws.com", actions, resource);
        var source = new JsonObject();
        source.addProperty("AWS:SourceArn", distribution);
        var condition = new JsonObject();
        condition.add("StringEquals", source);
        statement.add("Condition", condition);
        return statement;
    }
}
