package io.edgesocket.components.cdn;

import com.pulumi.core.Output;
import io.edgesocket.components.LogRetention;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of JSON for each handshake that CloudFront answered: standard logging (v2), to CloudWatch Logs in us-east-1 or to
 * an S3 bucket. The query string isn't in it, as tokens travel there, nor are cookies and the referrer.
 * <p>
 * AWS needs permission to write there. It sets the policy of the log group or of the bucket itself, if the user who deploys
 * is allowed to.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html">Standard logging
 *      (v2)</a>
 */
public final class CdnLogs {
    /** What a line says. {@code x-edge-request-id} is what the origin gets as {@code X-Amz-Cf-Id}. */
    static final List<String> FIELDS = List.of(
            "date",
            "time",
            "x-edge-request-id",
            "x-edge-location",
            "c-ip",
            "c-port",
            "c-country",
            "x-forwarded-for",
            "x-host-header",
            "cs-method",
            "cs-protocol",
            "cs-protocol-version",
            "cs(Host)",
            "cs-uri-stem",
            "cs(User-Agent)",
            "cs-bytes",
            "sc-status",
            "sc-bytes",
            "time-taken",
            "time-to-first-byte",
            "x-edge-result-type",
            "x-edge-response-result-type",
            "x-edge-detailed-result-type",
            "ssl-protocol",
            "ssl-cipher");

    private static final Pattern BUCKET_ARN = Pattern.compile(CloudFrontLimits.BUCKET_ARN);

    private final Optional<Input> bucketArn;
    private final int retentionDays;
    private final UsEast1 usEast1;

    private CdnLogs(Optional<Input> bucketArn, int retentionDays, UsEast1 usEast1) {
        this.bucketArn = bucketArn;
        this.retentionDays = retentionDays;
        this.usEast1 = usEast1;
    }

    /**
     * To a log group that the CDN makes.
     *
     * @param days 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653
     */
    public static CdnLogs keptForDays(int days, UsEast1 usEast1) {
        return new CdnLogs(Optional.empty(), days, usEast1);
    }

    /** @param arn a bucket's, as in {@code arn:aws:s3:::my-logs}; a prefix may follow it, as in {@code …/chat} */
    public static CdnLogs toBucket(String arn, UsEast1 usEast1) {
        return new CdnLogs(Optional.of(Input.now(arn)), 0, usEast1);
    }

    /** As {@link #toBucket(String, UsEast1)}, to a bucket that the same program makes. */
    public static CdnLogs toBucket(Output<String> arn, UsEast1 usEast1) {
        return new CdnLogs(Optional.of(Input.later(arn)), 0, usEast1);
    }

    Optional<Output<String>> bucketArn() {
        return bucketArn.map(Input::output);
    }

    int retentionDays() {
        return retentionDays;
    }

    UsEast1 usEast1() {
        return usEast1;
    }

    void check(Problems problems, String name) {
        problems.unless(
                name.length() <= CdnLogDelivery.NAME_MAX,
                "name",
                name.length() + " characters",
                "at most " + CdnLogDelivery.NAME_MAX + " for a CDN with logs, whose names begin with it");
        if (bucketArn.isEmpty()) {
            problems.unless(
                    LogRetention.DAYS.contains(retentionDays),
                    Property.of("logging", "retention"),
                    retentionDays + " days",
                    "one of " + LogRetention.DAYS);
        }
        bucketArn
                .flatMap(Input::known)
                .ifPresent(arn -> problems.unless(
                        BUCKET_ARN.matcher(arn).matches(),
                        Property.of("logging", "bucketArn"),
                        '"' + arn + '"',
                        "a bucket's ARN, as in arn:aws:s3:::my-logs or arn:aws:s3:::my-logs/chat"));
    }
}
