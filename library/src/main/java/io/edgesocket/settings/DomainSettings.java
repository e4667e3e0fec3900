package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Alternatives.atLeastOne;
import static io.edgesocket.settings.schema.ChoiceShape.oneOf;
import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.FlagShape.flag;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ListShape.listOf;
import static io.edgesocket.settings.schema.OneOrMoreShape.oneOrMore;
import static io.edgesocket.settings.schema.OnlyBeside.onlyBeside;
import static io.edgesocket.settings.schema.TextShape.text;

import com.pulumi.core.Output;
import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.MinimumTls;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.domain.AcmLimits;
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
 * @param hostedZone the zones; empty if DNS is not for this stack to set
 * @param dnsRole    who makes the records, if not the stack itself
 * @param apiName    the name of the API itself, which CloudFront connects to
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html">CloudFront: alternate
 *     domain names</a>
 */
public record DomainSettings(
        List<String> names,
        Optional<List<ZoneSettings>> hostedZone,
        Optional<DnsRoleSettings> dnsRole,
        Optional<String> apiName,
        Optional<String> certificateArn,
        MinimumTls minimumTls,
        boolean overwriteRecords)
        implements Checked {

    private static final TextShape NAME = text(
            CloudFrontLimits.ALIAS,
            "a domain name in lower case, such as chat.example.com or *.example.com",
            CloudFrontLimits.HOST_NAME_MAX);
    private static final TextShape API_NAME = text(
            CloudFrontLimits.ZONE_NAME,
            "a domain name in lower case, such as origin.example.com; no wildcard",
            AcmLimits.FIRST_NAME_MAX);
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
                            oneOrMore(ZoneSettings.SHAPE, CloudFrontLimits.ALIASES_MAX),
                            "The public hosted zone in Route 53 that the names lie in, or the zones: the names' records are made "
                                    + "there, and those that prove a certificate of this stack's own."),
                    optional(
                            "dnsRole",
                            DnsRoleSettings.SHAPE,
                            "The role that makes the records, where the zones are in another account."),
                    optional(
                            "apiName",
                            API_NAME,
                            "A name for the API itself: CloudFront connects to it, and the execute-api address is closed. The "
                                    + "stack makes its certificate and its record in hostedZone."),
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
            .with(atLeastOne("hostedZone", "certificateArn"))
            .with(onlyBeside("hostedZone", "dnsRole", "apiName"));

    private Optional<HostedZones> hostedZones() {
        return hostedZone.map(ZoneSettings::toZones);
    }

    /** But for those that are for the API's own name alone. */
    private Optional<HostedZones> zonesOfNames() {
        return hostedZones()
                .map(zones ->
                        apiName.map(name -> zones.without(List.of(name), names)).orElse(zones));
    }

    /** The certificate that this stack makes; none if one was given. */
    Optional<EdgeCertificateArgs.Builder> toCertificate(UsEast1 usEast1, Optional<AssumedRole> dns) {
        return zonesOfNames().filter(zones -> certificateArn.isEmpty()).map(zones -> {
            var certificate = EdgeCertificateArgs.builder()
                    .names(names)
                    .hostedZones(zones)
                    .usEast1(usEast1);
            dns.ifPresent(certificate::role);
            return certificate;
        });
    }

    /** The certificate of the API's own name; none if it has none. */
    Optional<EdgeCertificateArgs.Builder> toApiCertificate(Optional<AssumedRole> dns) {
        return apiName.flatMap(name -> zonesOf(name).map(zones -> {
            var certificate = EdgeCertificateArgs.builder()
                    .names(List.of(name))
                    .hostedZones(zones)
                    .regional();
            dns.ifPresent(certificate::role);
            return certificate;
        }));
    }

    /** The record that leads the API's own name to it. */
    Optional<AliasRecordsArgs> toApiRecords(WebSocketApi api, Optional<AssumedRole> dns) {
        return apiName.flatMap(name -> zonesOf(name).map(zones -> {
            var records = AliasRecordsArgs.builder().api(api).hostedZones(zones).overwrite(overwriteRecords);
            dns.ifPresent(records::role);
            return records.build();
        }));
    }

    /** Of the zones, the one that holds a name: the others are for other names. */
    private Optional<HostedZones> zonesOf(String name) {
        return hostedZones().map(zones -> zones.forNames(List.of(name)));
    }

    /** @param own the certificate that this stack makes */
    void addTo(WebSocketCdnArgs.Builder cdn, Optional<Output<String>> own) {
        cdn.aliases(names).minimumTls(minimumTls);
        certificateArn.ifPresentOrElse(cdn::certificateArn, () -> own.ifPresent(cdn::certificateArn));
    }

    Optional<AliasRecordsArgs> toRecords(WebSocketCdn cdn, Optional<AssumedRole> dns) {
        return zonesOfNames().map(zones -> {
            var records = AliasRecordsArgs.builder().cdn(cdn).hostedZones(zones).overwrite(overwriteRecords);
            dns.ifPresent(records::role);
            return records.build();
        });
    }

    @Override
    public void check(Location place) {
        ComponentProblems.ofGroup(SHAPE, problems(), place);
        apiName.ifPresent(name -> checkApiName(name, place.key("apiName")));
        if (overwriteRecords && hostedZone.isEmpty()) {
            place.key("overwriteRecords").add("true, without hostedZone", "leave it out: no record is made then");
        }
    }

    private void checkApiName(String name, Location place) {
        hostedZones()
                .filter(zones -> zones.forNames(List.of(name)).domainNames().isEmpty())
                .ifPresent(zones -> place.add(
                        '"' + name + '"',
                        "it lies in none of the hosted zones " + String.join(", ", zones.domainNames())
                                + ": add the one that holds it"));
        if (names.stream().anyMatch(each -> withoutDot(each).equals(withoutDot(name)))) {
            place.add('"' + name + '"', "a name of its own: this one leads to the distribution");
        }
    }

    private static String withoutDot(String name) {
        return name.replaceFirst("\\.$", "");
    }

    private List<Problem> problems() {
        return toCertificate(new UsEast1(), Optional.empty())
                .map(certificate -> certificate.build().problems("certificate"))
                .or(() -> zonesOfNames().map(zones -> zones.problems(names)))
                .orElse(List.of());
    }
}
