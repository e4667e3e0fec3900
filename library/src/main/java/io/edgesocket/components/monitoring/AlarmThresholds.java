package io.edgesocket.components.monitoring;

import io.edgesocket.components.api.ApiGatewayLimits;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.time.Duration;

/**
 * The values from which on there is an alarm, counted over 5 minutes.
 *
 * @param integrationErrors  messages that their integration answered with a 4xx or 5xx; at least 1
 * @param clientErrors       requests that API Gateway refused before it called an integration: no access, no such route, too
 *                           many; and calls of one authorizer that failed, which is how it answers 401; at least 1
 * @param executionErrors    integrations that couldn't be called; at least 1
 * @param latency            what an integration takes for the slowest hundredth of its calls, in
 *                           {@value #PERCENTILE_PERIODS} times 5 minutes in a row;
 *                           {@value ApiGatewayLimits#TIMEOUT_MAX_MILLIS} ms at most, after which API Gateway gives up
 * @param functionErrors     calls of one function that failed, unless it is an authorizer; at least 1
 * @param functionThrottles  calls of one function that were refused because too many ran; at least 1
 * @param distributionErrors the percentage of the distribution's requests that were answered 5xx, 1 to 100
 */
public record AlarmThresholds(
        int integrationErrors,
        int clientErrors,
        int executionErrors,
        Duration latency,
        int functionErrors,
        int functionThrottles,
        int distributionErrors) {
    /** What the metrics are summed up over, in seconds. */
    static final int PERIOD_SECONDS = 300;

    /**
     * In how many periods in a row a percentile has to be too high. With fewer than a hundred calls the slowest hundredth is
     * one call, so a single cold start would be an alarm. CloudWatch can ignore periods with few calls instead, but for it
     * fewer than 1,000 are few: a quiet API that is slow would never be an alarm, and an alarm of a busy one would stay on
     * through a quiet night.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html">CloudWatch:
     *      percentiles of few samples</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html">CloudWatch:
     *      alarms that AWS recommends, with their periods</a>
     */
    static final int PERCENTILE_PERIODS = 3;

    public static final AlarmThresholds DEFAULT = new AlarmThresholds(5, 100, 5, Duration.ofSeconds(2), 5, 1, 5);

    void check(Problems problems) {
        atLeastOne(problems, Property.of("integrationErrors"), integrationErrors);
        atLeastOne(problems, Property.of("clientErrors"), clientErrors);
        atLeastOne(problems, Property.of("executionErrors"), executionErrors);
        problems.unless(
                !latency.isNegative() && !latency.isZero() && latency.toMillis() <= ApiGatewayLimits.TIMEOUT_MAX_MILLIS,
                "latency",
                latency.toMillis() + " ms",
                "1 to " + ApiGatewayLimits.TIMEOUT_MAX_MILLIS + " ms: API Gateway waits no longer");
        atLeastOne(problems, Property.of("functionErrors"), functionErrors);
        atLeastOne(problems, Property.of("functionThrottles"), functionThrottles);
        problems.unless(
                distributionErrors >= 1 && distributionErrors <= 100,
                "distributionErrors",
                String.valueOf(distributionErrors),
                "1 to 100 percent of the requests");
    }

    private static void atLeastOne(Problems problems, Property property, int given) {
        problems.unless(given >= 1, property, String.valueOf(given), "at least 1: with 0 it would always be an alarm");
    }
}
