package io.edgesocket.settings;

import static io.edgesocket.settings.Field.key;
import static io.edgesocket.settings.GroupShape.group;
import static io.edgesocket.settings.TextShape.text;

import io.edgesocket.components.CloudFrontLimits;
import io.edgesocket.components.CloudFrontPatterns;

/**
 * Standard logging of the distribution.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html">CloudFront:
 *     standard logs</a>
 */
public record CdnLogSettings(String bucket, String prefix) {

    private static final TextShape BUCKET = text(CloudFrontPatterns.BUCKET,
            "a bucket's domain name, such as my-logs.s3.amazonaws.com");
    private static final TextShape PREFIX =
            text(CloudFrontPatterns.LOG_PREFIX, "text that does not begin with /", CloudFrontLimits.LOG_PREFIX_MAX);

    static final GroupShape SHAPE = group(CdnLogSettings.class,
            key("bucket", BUCKET, "An S3 bucket that exists, with ACLs enabled."),
            key("prefix", PREFIX, "What the names of the log files begin with.").or(""));
}
