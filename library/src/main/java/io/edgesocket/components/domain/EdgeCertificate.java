package io.edgesocket.components.domain;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Placeholder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate for CloudFront: in us-east-1, where CloudFront looks for it, and validated by records in Route 53. ACM renews
 * it as long as these records exist. One for an API's own name is in the stack's region.
 * <pre>{@code
 * var certificate = new EdgeCertificate("certificate", EdgeCertificateArgs.builder()
 *         .names(List.of("example.com", "*.example.com"))
 *         .hostedZones(HostedZones.of("example.com"))
 *         .usEast1(usEast1)
 *         .build());
 * WebSocketCdnArgs.builder().certificateArn(certificate.arn())…
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html">
 *      Requirements for using SSL/TLS certificates with CloudFront</a>
 */
public final class EdgeCertificate extends ComponentResource {
    static final String TYPE = "edgesocket:aws:EdgeCertificate";
    private static final String OPTIONS = "domainValidationOptions";
    private static final int RECORD_SECONDS = 300;

    private final EdgeCertificateArgs args;
    private final Children children;
    private final ZoneIds zoneIds;
    private final CustomResourceOptions inItsRegion;
    private final Certificate certificate;
    private final Map<String, Record> validationRecords;
    private final CertificateValidation validation;

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public EdgeCertificate(String name, EdgeCertificateArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public EdgeCertificate(String name, EdgeCertificateArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.args = args;
        this.children = new Children(this, name, args.transform);
        this.zoneIds = new ZoneIds(args.hostedZones, this, args.role);
        this.inItsRegion = args.usEast1.map(UsEast1::options).orElse(CustomResourceOptions.Empty);

        this.certificate = request();
        this.validationRecords = proveNames();
        this.validation = awaitIssue();
        registerOutputs(Map.of("arn", arn()));
    }

    /** The certificate's ARN, known once the certificate is issued: a resource that uses it waits for that. */
    public Output<String> arn() {
        return Placeholder.ifAbsent(validation.certificateArn(), validation, "certificateArn");
    }

    public Certificate certificate() {
        return certificate;
    }

    /** The records that prove the names, by the name that each proves, without its wildcard. */
    public Map<String, Record> validationRecords() {
        return validationRecords;
    }

    private Certificate request() {
        var names = args.names;
        var certificate = CertificateArgs.builder()
                .domainName(names.first())
                .validationMethod("DNS")
                .tags(args.tags.orElse(Map.of()));
        if (!names.others().isEmpty()) {
            certificate.subjectAlternativeNames(names.others());
        }
        return children.add(Certificate::new, "", certificate.build(), inItsRegion);
    }

    private Map<String, Record> proveNames() {
        var made = new LinkedHashMap<String, Record>();
        args.names
                .proved()
                .forEach(name -> made.put(name, children.add(Record::new, name, recordArgs(name), byRole())));
        return Collections.unmodifiableMap(made);
    }

    private CustomResourceOptions byRole() {
        return args.role.map(AssumedRole::options).orElse(CustomResourceOptions.Empty);
    }

    /**
     * All certificates of one account are proved by the same record of a name, so it may be there already: then it is
     * taken over.
     */
    private RecordArgs recordArgs(String name) {
        return RecordArgs.builder()
                .zoneId(zoneIds.of(name))
                .type("CNAME")
                .name(asked(name, "resourceRecordName", CertificateDomainValidationOption::resourceRecordName))
                .records(asked(name, "resourceRecordValue", CertificateDomainValidationOption::resourceRecordValue)
                        .applyValue(List::of))
                .ttl(RECORD_SECONDS)
                .allowOverwrite(true)
                .build();
    }

    /** A value of the record by which ACM validates the name. */
    private Output<String> asked(
            String name, String property, Function<CertificateDomainValidationOption, Optional<String>> value) {
        return certificate
                .domainValidationOptions()
                .applyValue(options -> Optional.ofNullable(options)
                        .flatMap(all -> value.apply(askedFor(name, all)))
                        .orElseGet(() -> Placeholder.named(
                                certificate.pulumiResourceName() + "." + OPTIONS + "[" + name + "]." + property)));
    }

    private CertificateDomainValidationOption askedFor(String name, List<CertificateDomainValidationOption> options) {
        return options.stream()
                .filter(option -> option.domainName()
                        .map(HostName::withoutWildcard)
                        .filter(name::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(certificate.pulumiResourceName() + ": " + OPTIONS
                        + ": none for " + name + ", so no record can prove that name; ACM gives one for each name, and "
                        + "mocks of " + OPTIONS + " should too"));
    }

    private CertificateValidation awaitIssue() {
        return children.add(
                CertificateValidation::new,
                "validation",
                CertificateValidationArgs.builder()
                        .certificateArn(certificate.arn())
                        .validationRecordFqdns(Output.all(validationRecords.values().stream()
                                .map(Record::fqdn)
                                .toList()))
                        .build(),
                inItsRegion);
    }
}
