package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.exactlyOne;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.OnlyBeside.onlyBeside;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.EdgeAttachment;
import io.edgesocket.components.cdn.EdgeEvent;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Megabytes;
import io.edgesocket.settings.schema.TextShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A CloudFront Function or a Lambda@Edge function.
 *
 * @param code          the file of a CloudFront Function, from the project's folder
 * @param keyValueStore what that reads
 * @param folder        of a Lambda@Edge function that the stack deploys; how, the next five say
 * @param functionArn   a version of a Lambda@Edge function that exists
 */
public record ViewerCode(
        Optional<String> code,
        Optional<KeyValueSettings> keyValueStore,
        Optional<String> folder,
        EdgeRuntime runtime,
        String handler,
        Megabytes memory,
        Duration timeout,
        Map<String, String> configuration,
        Optional<String> functionArn) {

    private static final TextShape FILE = text(
            "(?![/~])[^\\\\:\\u0000-\\u001f]+\\.js",
            "a .js file in the project, such as src/main/edge/allow-origins.js");

    static final GroupShape SHAPE = group(
                    ViewerCode.class,
                    optional(
                            "code",
                            FILE,
                            "The file of a CloudFront Function, from the project's folder. At most 10 KB."),
                    optional(
                            "keyValueStore",
                            KeyValueSettings.SHAPE,
                            "A key value store of its own, which it reads with cf.kvs()."),
                    EdgeFolder.FOLDER,
                    EdgeFolder.RUNTIME,
                    EdgeFolder.HANDLER,
                    EdgeFolder.MEMORY,
                    EdgeFolder.TIMEOUT,
                    EdgeFolder.CONFIGURATION,
                    OriginCode.FUNCTION_ARN)
            .with(exactlyOne("code", "folder", "functionArn"))
            .with(onlyBeside("code", "keyValueStore"))
            .with(EdgeFolder.COMPANIONS);

    /** Nothing if what was given can be none of these: that is reported elsewhere. */
    Optional<EdgeAttachment> at(EdgeEvent event, UsEast1 usEast1, Optional<String> role) {
        return code.map(file -> function(event, Path.of(file)))
                .or(() -> folder.map(given -> EdgeAttachment.lambda(
                        event,
                        new EdgeFolder(given, runtime, handler, memory, timeout, configuration)
                                .toFunction(usEast1, role))))
                .or(() -> functionArn.map(version -> EdgeAttachment.lambda(event, version)));
    }

    private EdgeAttachment function(EdgeEvent event, Path file) {
        return keyValueStore
                .map(store -> EdgeAttachment.function(event, file, store.entries()))
                .orElseGet(() -> EdgeAttachment.function(event, file));
    }
}
