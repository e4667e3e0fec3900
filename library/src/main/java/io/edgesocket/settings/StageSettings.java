package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.MapShape.mapOf;
import static io.edgesocket.settings.schema.NumberShape.integer;
import static io.edgesocket.settings.schema.NumberShape.number;
import static io.edgesocket.settings.schema.SecretShape.maybeSecret;
import static io.edgesocket.settings.schema.TextShape.text;

import com.pulumi.core.Output;
import io.edgesocket.components.api.AccessLogs;
import io.edgesocket.components.api.ApiGatewayLimits;
import io.edgesocket.components.api.ExecutionLogs;
import io.edgesocket.components.api.Throttling;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import io.edgesocket.settings.schema.ValueOrSecret;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The stage of the WebSocket API.
 *
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html">API Gateway:
 *     stages</a>
 */
public record StageSettings(
        String name,
        Optional<String> description,
        Optional<Throttling> throttling,
        Map<String, Throttling> routes,
        Map<String, ValueOrSecret> variables,
        AccessLogSettings accessLogs,
        ExecutionLogs executionLogs,
        boolean detailedMetrics) {

    private static final TextShape NAME =
            text(ApiGatewayLimits.STAGE_NAME, ApiGatewayLimits.STAGE_NAME_RULE, ApiGatewayLimits.STAGE_NAME_MAX);
    private static final TextShape DESCRIPTION =
            text("[^\\u0000-\\u001f]*", "one line of text", ApiGatewayLimits.DESCRIPTION_MAX);
    private static final TextShape ROUTE_KEY = text(
            ApiGatewayLimits.ROUTE_KEY,
            "$connect, $disconnect, $default or a route key that does not begin with $",
            ApiGatewayLimits.ROUTE_KEY_MAX);
    private static final TextShape VARIABLE = text(ApiGatewayLimits.STAGE_VARIABLE_NAME, "letters, digits and _");
    private static final TextShape VALUE = text(
            ApiGatewayLimits.STAGE_VARIABLE,
            "letters, digits and - . _ ~ : / ? # & = ,",
            ApiGatewayLimits.STAGE_VARIABLE_MAX);

    /** Both or none: if one is left out, AWS uses 0 for it and refuses everybody. */
    private static final GroupShape THROTTLING = group(
            Throttling.class,
            key("rate", number(1, Integer.MAX_VALUE), "How many requests a second may come in the long run."),
            key("burst", integer(1, Integer.MAX_VALUE), "How many requests may come at once."));

    static final GroupShape SHAPE = group(
            StageSettings.class,
            key(
                            "name",
                            NAME,
                            "The last part of the API's own address. Viewers don't see it: it is CloudFront's origin path.")
                    .or("live"),
            optional("description", DESCRIPTION, "Shown in the console."),
            optional(
                    "throttling",
                    THROTTLING,
                    "How much traffic all routes take together, within the account's quota. Without it, the quota of a new "
                            + "account in the region: {rate: " + ApiGatewayLimits.ACCOUNT_RATE + ", burst: "
                            + ApiGatewayLimits.ACCOUNT_BURST + "}, in some regions {rate: "
                            + ApiGatewayLimits.SMALLER_RATE + ", burst: " + ApiGatewayLimits.SMALLER_BURST
                            + "}. With a larger one, give more."),
            key(
                    "routes",
                    mapOf(ROUTE_KEY, THROTTLING, ApiGatewayLimits.ROUTES_MAX),
                    "Throttling of single routes, by route key."),
            key(
                    "variables",
                    mapOf(VARIABLE, maybeSecret(VALUE)),
                    "Stage variables, which integrations read as stageVariables.NAME. They alone can be secrets here."),
            key("accessLogs", AccessLogSettings.SHAPE, "A line for each connection and message in CloudWatch Logs."),
            key(
                            "executionLogs",
                            oneOf(ExecutionLogs.values(), StageSettings::word),
                            "What API Gateway logs of its own work on a request, never a whole message. It needs the role that "
                                    + "access logs need. API Gateway makes the log group, and keeps its lines forever.")
                    .or(word(ExecutionLogs.OFF)),
            key("detailedMetrics", flag(), "Whether CloudWatch counts each route by itself, at a price.")
                    .or("false"));

    private static String word(ExecutionLogs logs) {
        return logs.name().toLowerCase(Locale.ROOT);
    }

    /** The same, where it says nothing of throttling with what a new account has in the region. */
    StageSettings in(String region) {
        return new StageSettings(
                name,
                description,
                throttling.or(() -> Optional.of(Throttling.ofAccountIn(region))),
                routes,
                variables,
                accessLogs,
                executionLogs,
                detailedMetrics);
    }

    /** What the API deploys to. */
    public WebSocketStageArgs toStage() {
        var stage = WebSocketStageArgs.builder()
                .name(name)
                .executionLogs(executionLogs)
                .detailedMetrics(detailedMetrics);
        throttling.ifPresent(stage::throttling);
        description.ifPresent(stage::description);
        routes.forEach(stage::throttling);
        variables.forEach((variable, value) -> value.give(
                text -> stage.variable(variable, text), secret -> stage.variable(variable, Output.ofSecret(secret))));
        if (accessLogs.enabled()) {
            stage.accessLogs(AccessLogs.keptForDays((int) accessLogs.retention().toDays()));
        }
        return stage.build();
    }
}
