package io.edgesocket.components;

import com.pulumi.aws.cloudfront.inputs.DistributionLoggingConfigArgs;
import java.util.regex.Pattern;

/** Where standard logs go. */
record LogBucket(Given domainName, String prefix) {
    private static final Pattern DOMAIN_NAME = Pattern.compile(
            "[a-z0-9][a-z0-9.-]*\\.s3([.-][a-z0-9-]+)?\\.amazonaws\\.com(\\.cn)?");

    DistributionLoggingConfigArgs toArgs() {
        return DistributionLoggingConfigArgs.builder()
                .bucket(domainName.output())
                .prefix(prefix)
                .includeCookies(false)
                .build();
    }

    void check(Problems problems) {
        domainName.known().ifPresent(name -> problems.unless(DOMAIN_NAME.matcher(name).matches(), "logging.bucket",
                '"' + name + '"', "the bucket's domain name, as in my-logs.s3.amazonaws.com"));
        problems.unless(!prefix.startsWith("/"), "logging.prefix", '"' + prefix + '"', "no slash at its start");
    }
}
