package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.days;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;

import io.edgesocket.components.LogRetention;
import io.edgesocket.settings.schema.GroupShape;
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
            key("retention", days(LogRetention.DAYS), "How long CloudWatch Logs keeps it.")
                    .or(LogRetention.DEFAULT_DAYS + "d"));
}
