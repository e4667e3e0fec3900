package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.monitoring.AlarmsArgs;
import io.edgesocket.components.monitoring.SnsPatterns;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.TextShape;
import java.util.Optional;

/** Topics that exist. An alarm tells a topic of its own region alone, and the distribution's alarms are in us-east-1. */
public record TopicSettings(Optional<String> regional, String edge) {

    static final TextShape REGIONAL = text(
            SnsPatterns.TOPIC_ARN,
            "an SNS topic's ARN in the stack's region: arn:aws:sns:eu-central-1:123456789012:alarms");
    private static final TextShape EDGE = text(
            SnsPatterns.EDGE_TOPIC_ARN, "an SNS topic's ARN in us-east-1: arn:aws:sns:us-east-1:123456789012:alarms");

    static final GroupShape SHAPE = group(
            TopicSettings.class,
            optional(
                    "regional",
                    REGIONAL,
                    "For the alarms of the API and its functions: in the stack's region. Required, unless there is an "
                            + "edgesocket:endpoint."),
            key("edge", EDGE, "For the distribution's: in us-east-1, where CloudFront's metrics are."));

    void addTo(AlarmsArgs.Builder alarms) {
        regional.ifPresentOrElse(arn -> alarms.topics(arn, edge), () -> alarms.edgeTopic(edge));
    }

    void check(Location place, String region) {
        regional.map(arn -> arn.split(":")[3])
                .filter(given -> !given.equals(region))
                .ifPresent(given -> place.key("regional")
                        .add("a topic in " + given, "it must be in " + region + ", the stack's region"));
    }
}
