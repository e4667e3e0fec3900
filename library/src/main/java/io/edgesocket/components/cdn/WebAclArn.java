package io.edgesocket.components.cdn;

import io.edgesocket.components.internal.Problems;
import java.util.regex.Pattern;

/** CloudFront takes a WAFv2 web ACL by its ARN, and only a global one. */
final class WebAclArn {
    private static final Pattern ARN = Pattern.compile(CloudFrontLimits.WEB_ACL_ARN);

    private WebAclArn() {}

    static void check(Problems problems, String arn) {
        problems.unless(
                ARN.matcher(arn).matches(),
                "webAclArn",
                '"' + arn + '"',
                "the ARN of a WAFv2 web ACL of scope CLOUDFRONT, as in "
                        + "arn:aws:wafv2:us-east-1:123456789012:global/webacl/name/id");
    }
}
