package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.days;
import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
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
import io.edgesocket.components.functions.Architecture;
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
import java.util.HashSet;
import java.util.List;
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
        Optional<Integer> provisionedConcurrency,
        Architecture architecture,
        List<String> layers,
        Optional<Megabytes> ephemeralStorage,
        Optional<VpcSettings> vpc,
        Optional<String> role,
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

    private static final TextShape LAYER = text(
            LambdaLimits.LAYER,
            "the ARN of a layer's version, such as arn:aws:lambda:eu-west-1:123456789012:layer:NAME:1");

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
            optional(
                    "provisionedConcurrency",
                    integer(1, Integer.MAX_VALUE),
                    "How many instances of each function that doesn't start from a snapshot are kept started. Lambda charges "
                            + "for them by the hour, and a change takes some minutes more to deploy."),
            key(
                            "architecture",
                            oneOf(Architecture.values(), Architecture::nameInAws),
                            "The processor that functions run on. Native libraries in their code and layers must be built for "
                                    + "it.")
                    .or(Architecture.ARM64.nameInAws()),
            key(
                    "layers",
                    listOf(LAYER, 0, LambdaLimits.LAYERS_MAX),
                    "Layers of each function that isn't a container image, by the ARNs of their versions, in the stack's "
                            + "region."),
            optional(
                    "ephemeralStorage",
                    megabytes(LambdaLimits.EPHEMERAL_STORAGE_MIN, LambdaLimits.EPHEMERAL_STORAGE_MAX),
                    "How much each function may write below /tmp. A function that starts from a snapshot has 512MB, whatever "
                            + "stands here."),
            optional(
                    "vpc",
                    VpcSettings.SHAPE,
                    "The VPC that each function has its network interfaces in, and reaches @connections from by a NAT gateway "
                            + "alone."),
            optional(
                    "role",
                    CompanySettings.ROLE,
                    "A role that exists, which all functions have instead of one each. It must allow whatever they do."),
            key("logRetention", days(LogRetention.DAYS), "How long CloudWatch Logs keeps what the functions log.")
                    .or(LogRetention.DEFAULT_DAYS + "d"));

    /**
     * A function that runs the code under these settings. What Lambda has for other code alone is left out: snapshots of
     * Node.js, provisioned concurrency and more of {@code /tmp} beside a snapshot, layers of a container image.
     */
    public LambdaFunctionArgs toFunction(FunctionCode code) {
        return toFunction(code, snapStart);
    }

    /** @param snapStart whether it starts from a snapshot, if Lambda has that for the code */
    LambdaFunctionArgs toFunction(FunctionCode code, boolean snapStart) {
        var snapshots = snapStart && code.hasSnapStart();
        var function = LambdaFunctionArgs.builder()
                .code(code)
                .memoryMb(memory.count())
                .timeout(timeout)
                .tracing(tracing)
                .snapStart(this.snapStart && snapshots)
                .architecture(architecture)
                .logRetentionDays((int) logRetention.toDays());
        environment.forEach((name, value) -> value.give(
                text -> function.environment(name, text), secret -> function.secretEnvironment(name, secret)));
        reservedConcurrency.ifPresent(function::reservedConcurrency);
        if (!snapshots) {
            provisionedConcurrency.ifPresent(function::provisionedConcurrency);
            ephemeralStorage.map(Megabytes::count).ifPresent(function::ephemeralStorageMb);
        }
        vpc.ifPresent(network -> network.addTo(function));
        role.ifPresent(function::role);
        if (code.hasLayers()) {
            layers.forEach(function::layer);
        }
        return function.build();
    }

    @Override
    public void check(Location place) {
        reservedConcurrency.ifPresent(reserved -> provisionedConcurrency
                .filter(instances -> instances > reserved)
                .ifPresent(instances -> place.key("provisionedConcurrency")
                        .add(instances + "", "must be at most reservedConcurrency, " + reserved)));
        checkLayers(place.key("layers"));
        if (environmentBytes() > LambdaLimits.ENVIRONMENT_MAX_BYTES) {
            place.key("environment")
                    .add(
                            environmentBytes() + " bytes",
                            "names and values together take at most " + LambdaLimits.ENVIRONMENT_MAX_BYTES + " bytes");
        }
    }

    private void checkLayers(Location place) {
        var seen = new HashSet<String>();
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i).substring(0, layers.get(i).lastIndexOf(':'));
            if (!seen.add(layer)) {
                place.item(i).add(layer + " again", "a layer once, in one version: Lambda takes no two");
            }
        }
    }

    /** Finds what can't be in a stack of the region. */
    void checkRegion(Location place, String region) {
        for (int i = 0; i < layers.size(); i++) {
            var other = layers.get(i).split(":")[3];
            if (!other.equals(region)) {
                place.key("layers")
                        .item(i)
                        .add(
                                "a layer in " + other,
                                "must be in " + region + ", the stack's region: publish it there too");
            }
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
