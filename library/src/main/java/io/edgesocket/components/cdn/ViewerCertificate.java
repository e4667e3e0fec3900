package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.ALIASES_MAX;

import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that viewers use and the certificate for them. Without both, CloudFront's own name and certificate are used. */
record ViewerCertificate(List<String> aliases, Optional<Input> certificateArn, Optional<MinimumTls> minimumTls) {
    private static final Pattern CERTIFICATE = Pattern.compile(CloudFrontLimits.CERTIFICATE_ARN);

    ViewerCertificate {
        aliases = HostName.withoutFinalDots(aliases);
    }

    /** The first that is a name, and not a wildcard. */
    Optional<String> first() {
        return aliases.stream().filter(alias -> !HostName.isWildcard(alias)).findFirst();
    }

    DistributionViewerCertificateArgs toArgs() {
        var args = DistributionViewerCertificateArgs.builder();
        certificateArn.ifPresentOrElse(
                arn -> args.acmCertificateArn(arn.output())
                        .sslSupportMethod("sni-only")
                        .minimumProtocolVersion(
                                minimumTls.orElse(MinimumTls.TLS_V1_2_2021).value()),
                () -> args.cloudfrontDefaultCertificate(true));
        return args.build();
    }

    void check(Problems problems) {
        checkAliases(problems);
        checkCertificate(problems);
    }

    private void checkAliases(Problems problems) {
        problems.unless(
                aliases.size() <= ALIASES_MAX, "aliases", aliases.size() + " aliases", "at most " + ALIASES_MAX);
        var seen = new HashSet<String>();
        for (var alias : aliases) {
            problems.unless(HostName.isValidAlias(alias), "aliases", '"' + alias + '"', HostName.howToWrite(alias));
            problems.unless(seen.add(alias), "aliases", alias + " twice", "give each once");
        }
    }

    private void checkCertificate(Problems problems) {
        problems.unless(
                aliases.isEmpty() || certificateArn.isPresent(),
                "certificateArn",
                "none, with aliases",
                "the ARN of a certificate in us-east-1 that covers every alias");
        problems.unless(
                !aliases.isEmpty() || certificateArn.isEmpty(),
                "aliases",
                "none, with a certificate",
                "the names that the certificate is for; without them it is never used");
        problems.unless(
                minimumTls.isEmpty() || certificateArn.isPresent(),
                "minimumTls",
                minimumTls.map(MinimumTls::value).orElse("") + ", without a certificate",
                "leave it out or give a certificate: CloudFront's own certificate allows TLSv1 and up");
        certificateArn
                .flatMap(Input::known)
                .ifPresent(arn -> problems.unless(
                        CERTIFICATE.matcher(arn).matches(),
                        "certificateArn",
                        '"' + arn + '"',
                        "the ARN of an ACM certificate in us-east-1, the one region that "
                                + "CloudFront takes it from, as in arn:aws:acm:us-east-1:123456789012:certificate/…"));
    }
}
