package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.days;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.MapShape.mapOf;
import static io.edgesocket.settings.schema.NumberShape.integer;
import static io.edgesocket.settings.schema.QuantityShape.megabytes;
import static io.edgesocket.settings.schema.QuantityShape.seconds;
import static io.edgesocket.settings.schema.SecretShape.maybeSecret;
import static io.edgesocket.settings.schema.TextShape.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.edgesocket.components.LogRetention;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.LambdaLimits;
import io.edgesocket.settings.schema.Checked;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.Megabytes;
import io.edgesocket.settings.schema.TextShape;
import io.edgesocket.settings.schema.ValueOrSecret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the Lambda functions have in common.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">Lambda: CreateFunction</a>
 */
public record FunctionSettings(
        Megabytes memory,
        Duration timeout,
        Map<String, ValueOrSecret> environment,
        boolean tracing,
        Optional<Integer> reservedConcurrency,
        boolean snapStart,
        Duration logRetention)
        implements Checked {

    /** The functions that check tokens and keys have the same environment; what these say is not for others to change. */
    private static final String OF_AUTHORIZERS =
            "JWT_[A-Z_]+|" + OriginGuard.HEADER_VARIABLE + "|" + OriginGuard.KEYS_VARIABLE;

    private static final String RESERVED = Stream.concat(
                    LambdaLimits.ENVIRONMENT_RESERVED.stream(),
                    Stream.of(WebSocketApi.ENDPOINT_VARIABLE, OF_AUTHORIZERS))
            .sorted()
            .collect(Collectors.joining("|"));
    private static final TextShape VARIABLE = text(
            "(?!(" + RESERVED + ")$)[A-Za-z][A-Za-z0-9_]+",
            "two characters or more, a letter and then letters, digits and _, and no name that Lambda, the API, edgesocket:users or edgesocket:originGuard "
                    + "sets");
    private static final TextShape VALUE = text("[^\\u0000]*", "any text");

    static final GroupShape SHAPE = group(
            FunctionSettings.class,
            key(
                            "memory",
                            megabytes(LambdaLimits.MEMORY_MIN, LambdaLimits.MEMORY_MAX),
                            "Memory of each function; its share of a processor grows with it.")
                    .or(LambdaLimits.MEMORY_DEFAULT + "MB"),
            key(
                            "timeout",
                            seconds(LambdaLimits.TIMEOUT_MIN, LambdaLimits.TIMEOUT_MAX),
                            "How long one call may run. API Gateway stops waiting after 29s, whatever stands here.")
                    .or(LambdaLimits.TIMEOUT_DEFAULT + "s"),
            key(
                    "environment",
                    mapOf(VARIABLE, maybeSecret(VALUE)),
                    "Environment variables of each function. They alone can be secrets here: "
                            + "pulumi config set --secret --path edgesocket:functions.environment.NAME"),
            key("tracing", flag(), "Whether calls are traced by X-Ray.").or("false"),
            optional(
                    "reservedConcurrency",
                    integer(0, Integer.MAX_VALUE),
                    "How many calls of each function may run at once, taken out of the account's quota; 0 stops it."),
            key(
                            "snapStart",
                            flag(),
                            "Whether calls of Java and Python functions start from a snapshot, which spares most of a cold start. A "
                                    + "change takes a minute or two more to deploy. Lambda has no SnapStart for Node.js.")
                    .or("false"),
            key("logRetention", days(LogRetention.DAYS), "How long CloudWatch Logs keeps what the functions log.")
                    .or(LogRetention.DEFAULT_DAYS + "d"));

    /** A function that runs the code under these settings. */
    public LambdaFunctionArgs toFunction(FunctionCode code) {
        var function = LambdaFunctionArgs.builder()
                .code(code)
                .memoryMb(memory.count())
                .timeout(timeout)
                .tracing(tracing)
                .snapStart(snapStart && code.hasSnapStart())
                .logRetentionDays((int) logRetention.toDays());
        environment.forEach((name, value) -> value.give(
                text -> function.environment(name, text), secret -> function.secretEnvironment(name, secret)));
        reservedConcurrency.ifPresent(function::reservedConcurrency);
        return function.build();
    }

    @Override
    public void check(Location place) {
        if (environmentBytes() > LambdaLimits.ENVIRONMENT_MAX_BYTES) {
            place.key("environment")
                    .add(
                            environmentBytes() + " bytes",
                            "names and values together take at most " + LambdaLimits.ENVIRONMENT_MAX_BYTES + " bytes");
        }
    }

    private int environmentBytes() {
        return environment.entrySet().stream()
                .mapToInt(variable ->
                        bytes(variable.getKey()) + bytes(variable.getValue().text()))
                .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
