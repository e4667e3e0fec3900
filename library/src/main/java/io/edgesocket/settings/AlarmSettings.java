package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.exactlyOne;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
import static io.edgesocket.settings.schema.NumberShape.integer;
import static io.edgesocket.settings.schema.QuantityShape.seconds;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.api.ApiGatewayLimits;
import io.edgesocket.components.monitoring.AlarmThresholds;
import io.edgesocket.components.monitoring.AlarmsArgs;
import io.edgesocket.components.monitoring.SnsPatterns;
import io.edgesocket.settings.schema.Field;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When there is an alarm, and who is told.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html">API
 *     Gateway: metrics</a>
 */
public record AlarmSettings(
        Optional<List<String>> emails,
        Optional<TopicSettings> topics,
        int integrationErrors,
        int clientErrors,
        int executionErrors,
        Duration latency,
        int functionErrors,
        int functionThrottles,
        int distributionErrors) {

    private static final AlarmThresholds DEFAULT = AlarmThresholds.DEFAULT;
    private static final int EMAILS_MAX = 10;
    private static final TextShape EMAIL = text(SnsPatterns.EMAIL, "an address such as ops@example.com");

    static final GroupShape SHAPE = group(
                    AlarmSettings.class,
                    optional(
                            "emails",
                            listOf(EMAIL, 1, EMAILS_MAX),
                            "Who is told, by topics that the stack makes. AWS asks each address to confirm, once for each of the "
                                    + "two regions, and sends nothing before."),
                    optional(
                            "topics",
                            TopicSettings.SHAPE,
                            "Topics that exist, instead of emails: two, as an alarm tells a topic of its own region alone."),
                    count(
                            "integrationErrors",
                            DEFAULT.integrationErrors(),
                            "Messages in 5 minutes that their integration answered with a 4xx or 5xx."),
                    count(
                            "clientErrors",
                            DEFAULT.clientErrors(),
                            "Requests in 5 minutes that API Gateway refused by itself; and errors of an authorizer, among which AWS "
                                    + "counts the clients that it refuses with 401."),
                    count(
                            "executionErrors",
                            DEFAULT.executionErrors(),
                            "Integrations in 5 minutes that couldn't be called."),
                    key(
                                    "latency",
                                    seconds(1, ApiGatewayLimits.TIMEOUT_MAX_MILLIS / 1_000),
                                    "What the slowest hundredth of the calls of integrations take, three times 5 minutes in a row: a cold "
                                            + "start alone is no alarm.")
                            .or(DEFAULT.latency().toSeconds() + "s"),
                    count(
                            "functionErrors",
                            DEFAULT.functionErrors(),
                            "Calls of one function in 5 minutes that failed, unless it is an authorizer."),
                    count(
                            "functionThrottles",
                            DEFAULT.functionThrottles(),
                            "Calls of one function in 5 minutes that were refused because too many ran."),
                    key(
                                    "distributionErrors",
                                    integer(1, 100),
                                    "The percentage of handshakes that CloudFront answered with 5xx.")
                            .or(String.valueOf(DEFAULT.distributionErrors())))
            .with(exactlyOne("emails", "topics"))
            .without("email", "write emails, a list");

    private static Field count(String key, int byDefault, String description) {
        return key(key, integer(1, Integer.MAX_VALUE), description).or(String.valueOf(byDefault));
    }

    AlarmsArgs.Builder toAlarms() {
        var alarms = AlarmsArgs.builder()
                .thresholds(new AlarmThresholds(
                        integrationErrors,
                        clientErrors,
                        executionErrors,
                        latency,
                        functionErrors,
                        functionThrottles,
                        distributionErrors));
        emails.ifPresent(alarms::emails);
        topics.ifPresent(given -> given.addTo(alarms));
        return alarms;
    }
}
