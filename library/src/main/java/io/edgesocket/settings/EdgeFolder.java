package io.edgesocket.settings;

import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.MapShape.mapOf;
import static io.edgesocket.settings.schema.QuantityShape.megabytes;
import static io.edgesocket.settings.schema.QuantityShape.seconds;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.UsEast1;
import io.edgesocket.components.functions.EdgeFunction;
import io.edgesocket.components.functions.EdgeFunctionArgs;
import io.edgesocket.components.functions.EdgeFunctionLimits;
import io.edgesocket.components.functions.LambdaLimits;
import io.edgesocket.settings.schema.Field;
import io.edgesocket.settings.schema.Megabytes;
import io.edgesocket.settings.schema.OnlyBeside;
import io.edgesocket.settings.schema.TextShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A folder of code that the stack deploys as a Lambda@Edge function, and how. */
record EdgeFolder(
        String folder,
        EdgeRuntime runtime,
        String handler,
        Megabytes memory,
        Duration timeout,
        Map<String, String> configuration) {

    /** What may stand beside the folder. */
    static final OnlyBeside COMPANIONS =
            OnlyBeside.onlyBeside("folder", "runtime", "handler", "memory", "timeout", "configuration");

    private static final TextShape NAME = text("[^\\u0000-\\u001f]+", "one line of text");
    private static final TextShape VALUE = text("[^\\u0000]*", "any text");

    static final Field FOLDER = optional(
            "folder",
            text(
                    "(?![/~])[^\\\\:\\u0000-\\u001f]*[^\\\\:/\\u0000-\\u001f]",
                    "a folder in the project, such as src/main/edge/region-header, with no slash at its end"),
            "The folder of a Lambda@Edge function, which the stack deploys to us-east-1 as it is.");
    static final Field RUNTIME = key(
                    "runtime", oneOf(EdgeRuntime.values(), EdgeRuntime::value), "What the folder's code is for.")
            .or(EdgeRuntime.NODEJS.value());
    static final Field HANDLER = key(
                    "handler",
                    text(
                            LambdaLimits.SCRIPT_HANDLER,
                            "a file without its ending and a name in it, such as index.handler"),
                    "The function in the folder that is called.")
            .or("index.handler");
    static final Field MEMORY = key(
                    "memory",
                    megabytes(LambdaLimits.MEMORY_MIN, LambdaLimits.MEMORY_MAX),
                    "Its memory. More than " + EdgeFunctionLimits.MEMORY_BEFORE
                            + "MB makes a warning at viewer events.")
            .or(EdgeFunctionLimits.MEMORY_DEFAULT + "MB");
    static final Field TIMEOUT = key(
                    "timeout",
                    seconds(1, EdgeFunctionLimits.TIMEOUT_MAX),
                    "How long one call may run. More than " + EdgeFunctionLimits.TIMEOUT_BEFORE
                            + "s makes a warning at viewer events.")
            .or(EdgeFunctionLimits.TIMEOUT_DEFAULT + "s");
    static final Field CONFIGURATION = key(
            "configuration",
            mapOf(NAME, VALUE),
            "What the code reads from " + EdgeFunction.CONFIGURATION_FILE
                    + ", which is packed beside it: Lambda@Edge has no " + "environment variables. No secrets.");

    EdgeFunctionArgs toFunction(UsEast1 usEast1, Optional<String> role) {
        var function = EdgeFunctionArgs.builder()
                .configuration(configuration)
                .memoryMb(memory.count())
                .timeout(timeout)
                .usEast1(usEast1);
        role.ifPresent(function::role);
        var code = switch (runtime) {
            case NODEJS -> function.nodejs(Path.of(folder), handler);
            case PYTHON -> function.python(Path.of(folder), handler);
        };
        return code.build();
    }
}
