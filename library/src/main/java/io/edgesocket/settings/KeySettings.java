package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.UsEast1;
import io.edgesocket.components.company.CompanyRules;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.TextShape;
import java.util.Optional;

/**
 * KMS keys that one holds oneself, in the place of those of AWS's services.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">CloudWatch Logs: encrypt
 *     log data</a>
 */
public record KeySettings(Optional<String> logs, Optional<String> edgeLogs, Optional<String> environment) {
    private static final TextShape KEY = text(
            CompanyRules.KEY_ARN,
            "a KMS key's ARN, no alias, in the stack's region: "
                    + "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    private static final TextShape EDGE_KEY = text(
            CompanyRules.KEY_ARN.replace("[a-z0-9-]+", UsEast1.REGION),
            "a KMS key's ARN, no alias, in us-east-1: "
                    + "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab");

    static final GroupShape SHAPE = group(
            KeySettings.class,
            optional(
                    "logs",
                    KEY,
                    "Of all log groups in the stack's region. Its policy must let CloudWatch Logs use it."),
            optional(
                    "edgeLogs",
                    EDGE_KEY,
                    "Of the log groups in us-east-1, the distribution's and its web ACL's. Its policy must let CloudWatch "
                            + "Logs use it."),
            optional("environment", KEY, "Of the environment variables of all functions."));

    void addTo(CompanyRules.Builder rules) {
        logs.ifPresent(rules::logKey);
        edgeLogs.ifPresent(rules::edgeLogKey);
        environment.ifPresent(rules::environmentKey);
    }

    /** @param logsAtTheEdge whether the stack has log groups in us-east-1 besides those of its own region */
    void check(Location place, String region, boolean logsAtTheEdge) {
        logs.ifPresent(arn -> check(place.key("logs"), arn, region));
        environment.ifPresent(arn -> check(place.key("environment"), arn, region));
        if (logs.isPresent() && edgeLogs.isEmpty() && logsAtTheEdge && !region.equals(UsEast1.REGION)) {
            place.key("edgeLogs")
                    .add(
                            "missing",
                            "must be given beside logs: edgesocket:cdn has logs in us-east-1, where a key of " + region
                                    + " is of no use");
        }
    }

    private static void check(Location place, String arn, String region) {
        var other = arn.split(":")[3];
        if (!other.equals(region)) {
            place.add("a key in " + other, "must be in " + region + ", the stack's region");
        }
    }
}
