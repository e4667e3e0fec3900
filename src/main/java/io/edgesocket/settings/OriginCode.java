package io.edgesocket.settings;

import static io.edgesocket.settings.Field.key;
import static io.edgesocket.settings.GroupShape.group;
import static io.edgesocket.settings.TextShape.text;

import io.edgesocket.components.CloudFrontPatterns;
import io.edgesocket.components.EdgeAttachment;
import io.edgesocket.components.EdgeEvent;

/** A version of a Lambda@Edge function. */
public record OriginCode(String functionArn) {

    static final TextShape VERSION = text(CloudFrontPatterns.LAMBDA_VERSION_ARN,
            "a numbered version, no alias and no $LATEST, of a function in us-east-1: "
                    + "arn:aws:lambda:us-east-1:123456789012:function:NAME:1");

    static final GroupShape SHAPE = group(OriginCode.class,
            key("functionArn", VERSION, "A version of a Lambda@Edge function that exists."))
            .without("code", "CloudFront Functions run on viewer events only; give functionArn");

    EdgeAttachment at(EdgeEvent event) {
        return EdgeAttachment.lambda(event, functionArn);
    }
}
