package io.edgesocket.settings;

import static io.edgesocket.settings.Field.key;
import static io.edgesocket.settings.GroupShape.group;
import static io.edgesocket.settings.TextShape.text;

import io.edgesocket.components.SnsPatterns;

/** Topics that exist. An alarm tells a topic of its own region alone, and the distribution's alarms are in us-east-1. */
public record TopicSettings(String regional, String edge) {

    private static final TextShape REGIONAL = text(SnsPatterns.TOPIC_ARN,
            "an SNS topic's ARN in the stack's region: arn:aws:sns:eu-central-1:123456789012:alarms");
    private static final TextShape EDGE = text(SnsPatterns.EDGE_TOPIC_ARN,
            "an SNS topic's ARN in us-east-1: arn:aws:sns:us-east-1:123456789012:alarms");

    static final GroupShape SHAPE = group(TopicSettings.class,
            key("regional", REGIONAL, "For the alarms of the API and its functions: in the stack's region."),
            key("edge", EDGE, "For the distribution's: in us-east-1, where CloudFront's metrics are."));

    void check(Place place, String region) {
        var given = regional.split(":")[3];
        if (!given.equals(region)) {
            place.key("regional").add("a topic in " + given, "it must be in " + region + ", the stack's region");
        }
    }
}
