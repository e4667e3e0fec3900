package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.LOG_PREFIX_MAX;

import com.pulumi.aws.cloudfront.inputs.DistributionLoggingConfigArgs;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.regex.Pattern;

/** Where standard logs go. */
record LogBucket(Input domainName, String prefix) {
    private static final Pattern DOMAIN_NAME = Pattern.compile(CloudFrontLimits.BUCKET);
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
        problems.unless(
                PREFIX.matcher(prefix).matches() && prefix.length() <= LOG_PREFIX_MAX,
                Property.of("logging", "prefix"),
                '"' + prefix + '"',
                "at most " + LOG_PREFIX_MAX + " characters on one line, no slash at its start");
    }
}
