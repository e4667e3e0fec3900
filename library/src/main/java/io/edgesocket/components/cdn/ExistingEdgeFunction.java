package io.edgesocket.components.cdn;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import java.util.regex.Pattern;

/** A version that somebody else published. */
final class ExistingEdgeFunction extends EdgeAttachment {
    private static final Pattern VERSION = Pattern.compile(CloudFrontLimits.LAMBDA_VERSION_ARN);
    private final Input versionArn;

    ExistingEdgeFunction(EdgeEvent event, Input versionArn) {
        super(event);
        this.versionArn = versionArn;
    }

    Output<String> versionArn() {
        return versionArn.output();
    }

    @Override
    void check(Problems problems) {
        versionArn
                .known()
                .ifPresent(arn -> problems.unless(
                        VERSION.matcher(arn).matches(),
                        event().property(),
                        '"' + arn + '"',
                        "the ARN of a numbered version in us-east-1, as in "
                                + "arn:aws:lambda:us-east-1:123456789012:function:guard:3; no alias, no $LATEST"));
    }
}
