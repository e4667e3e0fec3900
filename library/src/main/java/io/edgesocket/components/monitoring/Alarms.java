package io.edgesocket.components.monitoring;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells people what goes wrong: with an API, with its functions, and with the distribution. CloudFront's metrics are in
 * us-east-1 only, and an alarm can send to topics of its own region only, so there are two topics, each with a key of its
 * own. AWS charges for each alarm and each key.
 * <pre>{@code
 * new Alarms("alarms", AlarmsArgs.builder().api(api).cdn(cdn, usEast1).emails(List.of("ops@example.com")).build());
 * }</pre>
 * Without data there is no alarm: at night there may be no clients.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html">CloudWatch
 *      alarms</a>
 */
public final class Alarms extends ComponentResource {
    static final String TYPE = "edgesocket:aws:Alarms";

    private final AlarmsArgs args;
    private final Children children;
    private final List<MetricAlarm> alarms = new ArrayList<>();

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public Alarms(String name, AlarmsArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public Alarms(String name, AlarmsArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.args = args;
        this.children = new Children(this, name, args.transform);
        args.api.ifPresent(this::watch);
        args.cdn.ifPresent(this::watch);
        registerOutputs(Map.of());
    }

    /** Those of the API, of its functions, and of the distribution, in this order. */
    public List<MetricAlarm> alarms() {
        return List.copyOf(alarms);
    }

    private void watch(WebSocketApi api) {
        var here = new Watch(
                args.topicArn.map(Input::output).orElseGet(() -> topic("topic", CustomResourceOptions.Empty)),
                CustomResourceOptions.Empty);
        var limits = args.thresholds;
        here.over(
                "integration-errors",
                "Integrations answer with errors",
                Metric.ofApi(api, "IntegrationError", "Sum"),
                limits.integrationErrors());
        here.over(
                "client-errors",
                "API Gateway refuses clients",
                Metric.ofApi(api, "ClientError", "Sum"),
                limits.clientErrors());
        here.over(
                "execution-errors",
                "API Gateway can't call integrations",
                Metric.ofApi(api, "ExecutionError", "Sum"),
                limits.executionErrors());
        here.over("latency", "Integrations are slow", Metric.ofApi(api, "IntegrationLatency", "p99"), (double)
                limits.latency().toMillis());
        var authorizers = api.authorizerFunctions();
        api.watchedFunctions().forEach((name, function) -> {
            var errors = Metric.ofFunction(function, "Errors");
            if (authorizers.containsKey(name)) {
                here.over(
                        name + "-errors",
                        "The authorizer fails; clients that it refuses with 401 count here too",
                        errors,
                        limits.clientErrors());
            } else {
                here.over(name + "-errors", "The function fails", errors, limits.functionErrors());
            }
            here.over(
                    name + "-throttles",
                    "Too many calls of the function at once",
                    Metric.ofFunction(function, "Throttles"),
                    limits.functionThrottles());
        });
    }

    private void watch(WebSocketCdn cdn) {
        var inUsEast1 = args.usEast1.orElseThrow().options();
        var edge = new Watch(
                args.edgeTopicArn.map(Input::output).orElseGet(() -> topic("edge-topic", inUsEast1)), inUsEast1);
        edge.over(
                "distribution-errors",
                "CloudFront answers handshakes with 5xx",
                Metric.ofDistribution(cdn, "5xxErrorRate", "Average"),
                args.thresholds.distributionErrors());
    }

    private Output<String> topic(String suffix, CustomResourceOptions inRegion) {
        return new AlarmTopic(children, suffix, args.emails, args.tags.orElse(Map.of()), inRegion).arn();
    }

    /** Alarms that tell one topic, when they begin and when they end. */
    private final class Watch {
        private final Output<List<String>> topic;
        private final CustomResourceOptions inRegion;

        Watch(Output<String> topicArn, CustomResourceOptions inRegion) {
            this.topic = topicArn.applyValue(arn -> List.of(Placeholder.ifAbsent(arn, "topic")));
            this.inRegion = inRegion;
        }

        void over(String suffix, String description, Metric metric, double threshold) {
            var alarm = MetricAlarmArgs.builder()
                    .alarmDescription(description)
                    .namespace(metric.namespace())
                    .metricName(metric.name())
                    .dimensions(metric.dimensions())
                    .comparisonOperator("GreaterThanOrEqualToThreshold")
                    .threshold(threshold)
                    .period(AlarmThresholds.PERIOD_SECONDS)
                    .treatMissingData("notBreaching")
                    .alarmActions(topic)
                    .okActions(topic)
                    .tags(args.tags.orElse(Map.of()));
            if (metric.isPercentile()) {
                alarm.extendedStatistic(metric.statistic())
                        .evaluationPeriods(AlarmThresholds.PERCENTILE_PERIODS)
                        .datapointsToAlarm(AlarmThresholds.PERCENTILE_PERIODS);
            } else {
                alarm.statistic(metric.statistic()).evaluationPeriods(1);
            }
            alarms.add(children.add(MetricAlarm::new, suffix, alarm.build(), inRegion));
        }
    }
}
