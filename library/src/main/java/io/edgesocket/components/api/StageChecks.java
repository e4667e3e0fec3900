package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.ACCESS_LOG_FORMAT_MAX_BYTES;
import static io.edgesocket.components.api.ApiGatewayLimits.DESCRIPTION_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.STAGE_NAME_MAX;
import static io.edgesocket.components.api.ApiGatewayLimits.STAGE_VARIABLE_MAX;

import io.edgesocket.components.LogRetention;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds whatever AWS would refuse of a stage. */
final class StageChecks {
    private static final Pattern VARIABLE_NAME = Pattern.compile(ApiGatewayLimits.STAGE_VARIABLE_NAME);
    private static final Pattern VARIABLE = Pattern.compile(ApiGatewayLimits.STAGE_VARIABLE);
    private static final Pattern REQUEST_ID = Pattern.compile("\\$context\\.(requestId|extendedRequestId)\\b");

    private final WebSocketStageArgs stage;
    private final Problems problems;

    StageChecks(WebSocketStageArgs stage, Problems problems) {
        this.stage = stage;
        this.problems = problems;
    }

    void run(Set<String> routeKeys) {
        problems.unless(
                ApiGatewayLimits.isStageName(stage.name),
                Property.of("stage", "name"),
                '"' + stage.name + '"',
                "1 to " + STAGE_NAME_MAX + " " + ApiGatewayLimits.STAGE_NAME_RULE);
        stage.description.ifPresent(description -> problems.unless(
                description.length() <= DESCRIPTION_MAX,
                Property.of("stage", "description"),
                description.length() + " characters",
                "at most " + DESCRIPTION_MAX));
        throttling(Property.of("stage", "throttling"), stage.throttling);
        stage.routeThrottling.forEach((key, throttling) -> {
            var property = Property.of("stage", "routes", key);
            problems.unless(
                    routeKeys.contains(key),
                    property,
                    "no such route",
                    "the key of one of the API's own: " + RouteKeys.listed(routeKeys));
            throttling(property, throttling);
        });
        stage.variables.forEach(this::variable);
        stage.accessLogs.ifPresent(this::accessLogs);
    }

    private void throttling(Property property, Throttling throttling) {
        problems.unless(
                Double.isFinite(throttling.rate()) && throttling.rate() >= 1,
                property.then("rate"),
                String.valueOf(throttling.rate()),
                "at least 1 request a second: with 0 nobody can connect");
        problems.unless(
                throttling.burst() >= 1,
                property.then("burst"),
                String.valueOf(throttling.burst()),
                "at least 1 request: with 0 nobody can connect");
    }

    private void variable(String name, Input value) {
        var property = Property.of("stage", "variables", name);
        problems.unless(VARIABLE_NAME.matcher(name).matches(), property, '"' + name + '"', "letters, digits and _");
        value.known()
                .ifPresent(text -> problems.unless(
                        VARIABLE.matcher(text).matches() && text.length() <= STAGE_VARIABLE_MAX,
                        property,
                        "a value of " + text.length() + " characters",
                        "1 to " + STAGE_VARIABLE_MAX + " letters, digits and - . _ ~ : / ? # & = ,"));
    }

    private void accessLogs(AccessLogs logs) {
        problems.unless(
                LogRetention.DAYS.contains(logs.retentionDays()),
                Property.of("stage", "accessLogs", "retention"),
                logs.retentionDays() + " days",
                "one of " + LogRetention.DAYS);
        var format = logs.format();
        var bytes = format.getBytes(StandardCharsets.UTF_8).length;
        problems.unless(
                bytes <= ACCESS_LOG_FORMAT_MAX_BYTES,
                Property.of("stage", "accessLogs", "format"),
                bytes + " bytes",
                "at most " + ACCESS_LOG_FORMAT_MAX_BYTES);
        problems.unless(
                REQUEST_ID.matcher(format).find(),
                Property.of("stage", "accessLogs", "format"),
                "no request id",
                "AWS wants $context.requestId or $context.extendedRequestId in it");
        problems.unless(
                format.strip().lines().count() == 1,
                Property.of("stage", "accessLogs", "format"),
                "several lines, or none",
                "one line, as AWS wants it");
    }
}
