package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.atMostOne;
import static io.edgesocket.settings.schema.ChoiceShape.days;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.LogRetention;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.CdnLogs;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.settings.schema.Checked;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.TextShape;
import java.time.Duration;
import java.util.Optional;

/**
 * Standard logging of the distribution: to a log group, unless a bucket is named.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html">CloudFront:
 *     standard logging</a>
 */
public record CdnLogSettings(
        Optional<Duration> retention, Optional<String> bucketArn, Optional<String> bucket, String prefix)
        implements Checked {

    private static final TextShape BUCKET_ARN =
            text(CloudFrontLimits.BUCKET_ARN, "a bucket's ARN, and a prefix if you like: arn:aws:s3:::my-logs/chat");
    private static final TextShape BUCKET =
            text(CloudFrontLimits.BUCKET, "a bucket's domain name, such as my-logs.s3.amazonaws.com");
    private static final TextShape PREFIX =
            text(CloudFrontLimits.LOG_PREFIX, "text that does not begin with /", CloudFrontLimits.LOG_PREFIX_MAX);

    static final GroupShape SHAPE = group(
                    CdnLogSettings.class,
                    optional(
                            "retention",
                            days(LogRetention.DAYS),
                            "How long CloudWatch Logs keeps a line, in us-east-1. Without it and without a bucket, "
                                    + LogRetention.DEFAULT_DAYS + "d."),
                    optional(
                            "bucketArn",
                            BUCKET_ARN,
                            "An S3 bucket that exists, for the lines instead of CloudWatch Logs."),
                    optional(
                            "bucket",
                            BUCKET,
                            "An S3 bucket that exists, with ACLs enabled, for logs of the older kind: with query strings, and so "
                                    + "with the tokens that travel there."),
                    key("prefix", PREFIX, "What the names of the older kind's files begin with.")
                            .or(""))
            .with(atMostOne("retention", "bucketArn", "bucket"));

    @Override
    public void check(Location place) {
        if (bucket.isEmpty() && !prefix.isEmpty()) {
            place.key("prefix")
                    .add(
                            "given without bucket",
                            "it goes with the older kind of logs alone; a prefix may follow the ARN in bucketArn");
        }
    }

    void addTo(WebSocketCdnArgs.Builder cdn, UsEast1 usEast1) {
        bucket.ifPresentOrElse(
                name -> cdn.legacyLogs(name, prefix),
                () -> cdn.standardLogs(bucketArn
                        .map(arn -> CdnLogs.toBucket(arn, usEast1))
                        .orElseGet(() -> CdnLogs.keptForDays(retentionDays(), usEast1))));
    }

    private int retentionDays() {
        return retention.map(kept -> (int) kept.toDays()).orElse(LogRetention.DEFAULT_DAYS);
    }

    boolean isLogGroup() {
        return bucketArn.isEmpty() && bucket.isEmpty();
    }
}
