package io.edgesocket.settings;

import static io.edgesocket.settings.Exclusion.exactlyOne;
import static io.edgesocket.settings.Field.optional;
import static io.edgesocket.settings.GroupShape.group;
import static io.edgesocket.settings.TextShape.text;

import io.edgesocket.components.EdgeAttachment;
import io.edgesocket.components.EdgeEvent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A CloudFront Function or a Lambda@Edge function.
 *
 * @param code        the file of a CloudFront Function, from the project's folder
 * @param functionArn a version of a Lambda@Edge function
 */
public record ViewerCode(Optional<String> code, Optional<String> functionArn) {

    private static final TextShape FILE = text("(?![/~])[^\\\\:\\u0000-\\u001f]+\\.js",
            "a .js file in the project, such as src/main/edge/allow-origins.js");

    static final GroupShape SHAPE = group(ViewerCode.class,
            optional("code", FILE, "The file of a CloudFront Function, from the project's folder. At most 10 KB."),
            optional("functionArn", OriginCode.VERSION, "A version of a Lambda@Edge function that exists."))
            .with(exactlyOne("code", "functionArn"));

    /** Nothing if what was given can be neither: that is reported elsewhere. */
    Optional<EdgeAttachment> at(EdgeEvent event) {
        return code.map(file -> EdgeAttachment.function(event, Path.of(file)))
                .or(() -> functionArn.map(version -> EdgeAttachment.lambda(event, version)));
    }
}
