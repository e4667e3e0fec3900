package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.exactlyOne;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.EdgeAttachment;
import io.edgesocket.components.cdn.EdgeEvent;
import io.edgesocket.settings.schema.Field;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Megabytes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A Lambda@Edge function.
 *
 * @param folder      of one that the stack deploys; how, the next five say
 * @param functionArn a version of one that exists
 */
public record OriginCode(
        Optional<String> folder,
        EdgeRuntime runtime,
        String handler,
        Megabytes memory,
        Duration timeout,
        Map<String, String> configuration,
        Optional<String> functionArn) {

    static final Field FUNCTION_ARN = optional(
            "functionArn",
            text(
                    CloudFrontLimits.LAMBDA_VERSION_ARN,
                    "a numbered version, no alias and no $LATEST, of a function in us-east-1: "
                            + "arn:aws:lambda:us-east-1:123456789012:function:NAME:1"),
            "A version of a Lambda@Edge function that exists.");

    static final GroupShape SHAPE = group(
                    OriginCode.class,
                    EdgeFolder.FOLDER,
                    EdgeFolder.RUNTIME,
                    EdgeFolder.HANDLER,
                    EdgeFolder.MEMORY,
                    EdgeFolder.TIMEOUT,
                    EdgeFolder.CONFIGURATION,
                    FUNCTION_ARN)
            .with(exactlyOne("folder", "functionArn"))
            .with(EdgeFolder.COMPANIONS)
            .without("code", "CloudFront Functions run on viewer events only; give folder or functionArn");

    /** Nothing if what was given can be none of these: that is reported elsewhere. */
    Optional<EdgeAttachment> at(EdgeEvent event, UsEast1 usEast1, Optional<String> role) {
        return folder.map(given -> EdgeAttachment.lambda(
                        event,
                        new EdgeFolder(given, runtime, handler, memory, timeout, configuration)
                                .toFunction(usEast1, role)))
                .or(() -> functionArn.map(version -> EdgeAttachment.lambda(event, version)));
    }
}
