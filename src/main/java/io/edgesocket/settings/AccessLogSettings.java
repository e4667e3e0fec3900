package io.edgesocket.settings;

import static io.edgesocket.settings.ChoiceShape.days;
import static io.edgesocket.settings.Field.key;
import static io.edgesocket.settings.FlagShape.flag;
import static io.edgesocket.settings.GroupShape.group;

import io.edgesocket.components.functions.LambdaLimits;
import java.time.Duration;

/**
 * The access log of the stage.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html">API Gateway:
 *     logging</a>
 */
public record AccessLogSettings(boolean enabled, Duration retention) {

    static final GroupShape SHAPE = group(
            AccessLogSettings.class,
            key(
                            "enabled",
                            flag(),
                            "Whether the log is written. AWS refuses it in an account without the role that edgesocket:account makes.")
                    .or("false"),
            key("retention", days(LambdaLimits.LOG_RETENTION), "How long CloudWatch Logs keeps it.")
                    .or(LambdaLimits.LOG_RETENTION_DEFAULT + "d"));
}
