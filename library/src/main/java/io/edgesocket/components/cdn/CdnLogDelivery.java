package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudwatch.LogDelivery;
import com.pulumi.aws.cloudwatch.LogDeliveryArgs;
import com.pulumi.aws.cloudwatch.LogDeliveryDestination;
import com.pulumi.aws.cloudwatch.LogDeliveryDestinationArgs;
import com.pulumi.aws.cloudwatch.LogDeliverySource;
import com.pulumi.aws.cloudwatch.LogDeliverySourceArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.inputs.LogDeliveryDestinationDeliveryDestinationConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.internal.Children;
import java.util.Map;
import java.util.Optional;

/**
 * Delivers a distribution's logs: a source, a destination, and the delivery between them. All of them are in us-east-1,
 * where CloudFront's logs are.
 */
final class CdnLogDelivery {
    private static final String DESTINATION = "log-destination";
    /** Characters of the CDN's name: AWS takes 60 for a destination's, of which the suffix and Pulumi's own take some. */
    static final int NAME_MAX = 60 - "-".length() - DESTINATION.length() - "-1a2b3c4".length();

    private final Children children;
    private final Map<String, String> tags;
    private final CustomResourceOptions inUsEast1;
    private final Optional<LogGroup> logGroup;

    CdnLogDelivery(Children children, Distribution distribution, CdnLogs logs, Map<String, String> tags) {
        this.children = children;
        this.tags = tags;
        this.inUsEast1 = logs.usEast1().options();
        this.logGroup = logs.bucketArn().isPresent() ? Optional.empty() : Optional.of(logGroup(logs));
        deliver(source(distribution), destination(logs));
    }

    Optional<LogGroup> logGroup() {
        return logGroup;
    }

    /** Named as AWS would have it: the policy that lets AWS write to it is the same for all groups with that beginning. */
    private LogGroup logGroup(CdnLogs logs) {
        return children.addLogGroup("logs", "/aws/vendedlogs/cloudfront/", logs.retentionDays(), tags, inUsEast1);
    }

    private LogDeliverySource source(Distribution distribution) {
        return children.add(
                LogDeliverySource::new,
                "log-source",
                LogDeliverySourceArgs.builder()
                        .logType("ACCESS_LOGS")
                        .resourceArn(distribution.arn())
                        .tags(tags)
                        .build(),
                inUsEast1);
    }

    private LogDeliveryDestination destination(CdnLogs logs) {
        return children.add(
                LogDeliveryDestination::new,
                DESTINATION,
                LogDeliveryDestinationArgs.builder()
                        .outputFormat("json")
                        .deliveryDestinationConfiguration(
                                LogDeliveryDestinationDeliveryDestinationConfigurationArgs.builder()
                                        .destinationResourceArn(arn(logs))
                                        .build())
                        .tags(tags)
                        .build(),
                inUsEast1);
    }

    private Output<String> arn(CdnLogs logs) {
        return logs.bucketArn().orElseGet(() -> logGroup.orElseThrow().arn());
    }

    private void deliver(LogDeliverySource source, LogDeliveryDestination destination) {
        children.add(
                LogDelivery::new,
                "log-delivery",
                LogDeliveryArgs.builder()
                        .deliverySourceName(source.name())
                        .deliveryDestinationArn(destination.arn())
                        .recordFields(CdnLogs.FIELDS)
                        .tags(tags)
                        .build(),
                inUsEast1);
    }
}
