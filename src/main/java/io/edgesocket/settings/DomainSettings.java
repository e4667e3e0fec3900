package io.edgesocket.settings;

import static io.edgesocket.settings.ChoiceShape.oneOf;
import static io.edgesocket.settings.Field.key;
import static io.edgesocket.settings.GroupShape.group;
import static io.edgesocket.settings.ListShape.listOf;
import static io.edgesocket.settings.TextShape.text;

import io.edgesocket.components.CloudFrontLimits;
import io.edgesocket.components.CloudFrontPatterns;
import io.edgesocket.components.MinimumTls;
import java.util.List;

/**
 * Names of the distribution.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html">CloudFront: alternate
 *     domain names</a>
 */
public record DomainSettings(List<String> names, String certificateArn, MinimumTls minimumTls) {

    private static final TextShape NAME = text(CloudFrontPatterns.ALIAS,
            "a domain name in lower case, such as chat.example.com or *.example.com", CloudFrontLimits.HOST_NAME_MAX);
    private static final TextShape CERTIFICATE = text(CloudFrontPatterns.CERTIFICATE_ARN,
            "the ARN of an ACM certificate in us-east-1, where CloudFront looks for it: "
                    + "arn:aws:acm:us-east-1:123456789012:certificate/ID");

    static final GroupShape SHAPE = group(DomainSettings.class,
            key("names", listOf(NAME, 1, CloudFrontLimits.ALIASES_MAX), "The names, all covered by the certificate."),
            key("certificateArn", CERTIFICATE, "The certificate."),
            key("minimumTls", oneOf(MinimumTls.values(), MinimumTls::value),
                    "The security policy: the oldest TLS version and the ciphers that viewers may use. The "
                            + "AWS provider that this project uses may refuse those of 2025.")
                    .or(MinimumTls.TLS_V1_2_2021.value()));
}
