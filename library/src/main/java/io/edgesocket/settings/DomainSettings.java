package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.atLeastOne;
import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
import static io.edgesocket.settings.schema.OneOrMoreShape.oneOrMore;
import static io.edgesocket.settings.schema.TextShape.text;

import com.pulumi.core.Output;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.MinimumTls;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.domain.AliasRecordsArgs;
import io.edgesocket.components.domain.EdgeCertificateArgs;
import io.edgesocket.components.domain.HostedZones;
import io.edgesocket.settings.schema.Checked;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.TextShape;
import java.util.List;
import java.util.Optional;

/**
 * Names of the distribution. The stack makes their records in a hosted zone. Unless a certificate is given, it also makes a
 * certificate, and validates it there.
 *
 * @param hostedZone the domain names of the zones; empty if DNS is not for this stack to set
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html">CloudFront: alternate
 *     domain names</a>
 */
public record DomainSettings(
        List<String> names,
        Optional<List<String>> hostedZone,
        Optional<String> certificateArn,
        MinimumTls minimumTls,
        boolean overwriteRecords)
        implements Checked {

    private static final TextShape NAME = text(
            CloudFrontLimits.ALIAS,
            "a domain name in lower case, such as chat.example.com or *.example.com",
            CloudFrontLimits.HOST_NAME_MAX);
    private static final TextShape ZONE = text(
            CloudFrontLimits.HOST_NAME,
            "a zone's domain name in lower case, such as example.com",
            CloudFrontLimits.HOST_NAME_MAX);
    private static final TextShape CERTIFICATE = text(
            CloudFrontLimits.CERTIFICATE_ARN,
            "the ARN of an ACM certificate in us-east-1, where CloudFront looks for it: "
                    + "arn:aws:acm:us-east-1:123456789012:certificate/ID");

    static final GroupShape SHAPE = group(
                    DomainSettings.class,
                    key(
                            "names",
                            listOf(NAME, 1, CloudFrontLimits.ALIASES_MAX),
                            "The names, all covered by the certificate."),
                    optional(
                            "hostedZone",
                            oneOrMore(ZONE, CloudFrontLimits.ALIASES_MAX),
                            "The public hosted zone in Route 53 that the names lie in, or the zones: the names' records are made "
                                    + "there, and those that prove a certificate of this stack's own."),
                    optional(
                            "certificateArn",
                            CERTIFICATE,
                            "A certificate that exists, instead of one of this stack's own."),
                    key(
                                    "minimumTls",
                                    oneOf(MinimumTls.values(), MinimumTls::value),
                                    "The security policy: the oldest TLS version and the ciphers that viewers may use.")
                            .or(MinimumTls.TLS_V1_2_2021.value()),
                    key(
                                    "overwriteRecords",
                                    flag(),
                                    "Whether a name's record that exists is taken over, to move the name here from elsewhere.")
                            .or("false"))
            .with(atLeastOne("hostedZone", "certificateArn"));

    private Optional<HostedZones> hostedZones() {
        return hostedZone.map(HostedZones::new);
    }

    /** The certificate that this stack makes; none if one was given. */
    Optional<EdgeCertificateArgs.Builder> toCertificate(UsEast1 usEast1) {
        return hostedZones()
                .filter(zones -> certificateArn.isEmpty())
                .map(zones -> EdgeCertificateArgs.builder()
                        .names(names)
                        .hostedZones(zones)
                        .usEast1(usEast1));
    }

    /** @param own the certificate that this stack makes */
    void addTo(WebSocketCdnArgs.Builder cdn, Optional<Output<String>> own) {
        cdn.aliases(names).minimumTls(minimumTls);
        certificateArn.ifPresentOrElse(cdn::certificateArn, () -> own.ifPresent(cdn::certificateArn));
    }

    Optional<AliasRecordsArgs> toRecords(WebSocketCdn cdn) {
        return hostedZones()
                .map(zones -> AliasRecordsArgs.builder()
                        .cdn(cdn)
                        .hostedZones(zones)
                        .overwrite(overwriteRecords)
                        .build());
    }

    @Override
    public void check(Location place) {
        ComponentProblems.ofGroup(SHAPE, problems(), place);
        if (overwriteRecords && hostedZone.isEmpty()) {
            place.key("overwriteRecords").add("true, without hostedZone", "leave it out: no record is made then");
        }
    }

    private List<Problem> problems() {
        return toCertificate(new UsEast1())
                .map(certificate -> certificate.build().problems("certificate"))
                .or(() -> hostedZones().map(zones -> zones.problems(names)))
                .orElse(List.of());
    }
}
