package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.LOG_PREFIX_MAX;

import com.pulumi.aws.cloudfront.inputs.DistributionLoggingConfigArgs;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.regex.Pattern;

/** Where standard logs go. */
record LogBucket(Input domainName, String prefix) {
    private static final Pattern DOMAIN_NAME = Pattern.compile(CloudFrontLimits.BUCKET);
    /**
     * Regions to whose buckets CloudFront delivers no logs of the older kind, without a word.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html">Standard
     *     logging (legacy)</a>
     */
    private static final List<String> UNSERVED = List.of(
            "af-south-1",
            "ap-east-1",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1");

    private static final Pattern PREFIX = Pattern.compile(CloudFrontLimits.LOG_PREFIX);

    DistributionLoggingConfigArgs toArgs() {
        return DistributionLoggingConfigArgs.builder()
                .bucket(domainName.output())
                .prefix(prefix)
                .includeCookies(false)
                .build();
    }

    void check(Problems problems) {
        domainName
                .known()
                .ifPresent(name -> problems.unless(
                        DOMAIN_NAME.matcher(name).matches(),
                        Property.of("logging", "bucket"),
                        '"' + name + '"',
                        "the bucket's domain name, as in my-logs.s3.amazonaws.com"));
        domainName
                .known()
                .flatMap(name -> UNSERVED.stream()
                        .filter(region -> name.matches(".*\\.s3[.-]" + region + "\\..*"))
                        .findFirst())
                .ifPresent(region -> problems.add(
                        Property.of("logging", "bucket"),
                        "a bucket in " + region,
                        "a bucket in another region: CloudFront delivers no logs of the older kind there"));
        problems.unless(
                PREFIX.matcher(prefix).matches() && prefix.length() <= LOG_PREFIX_MAX,
                Property.of("logging", "prefix"),
                '"' + prefix + '"',
                "at most " + LOG_PREFIX_MAX + " characters on one line, no slash at its start");
    }
}
