package io.edgesocket.deploy.cloud;

import static io.edgesocket.deploy.cloud.Rules.refuseIf;

import java.util.List;

/**
 * What AWS refuses of names and of the certificates that prove them.
 *
 * @param existing every resource there is
 */
record NameRules(List<Resource> existing) {

    void distributionHasItsNames(Resource distribution) {
        distribution
                .inputsNamed("aliases")
                .forEach(alias -> refuseIf(
                        existing.stream()
                                .filter(other -> other.isA("cloudfront.Distribution")
                                        && !other.key().equals(distribution.key()))
                                .anyMatch(other -> other.inputsNamed("aliases").anyMatch(alias::equals)),
                        "CNAMEAlreadyExists: One or more of the CNAMEs you provided are already associated with a different "
                                + "resource: " + alias));
        distribution
                .inputsNamed("acmCertificateArn")
                .forEach(arn -> existing.stream()
                        .filter(other -> other.isA("acm.Certificate") && other.isMeantBy(arn))
                        .forEach(certificate -> certificateIsGood(certificate, distribution)));
    }

    private void certificateIsGood(Resource certificate, Resource distribution) {
        refuseIf(
                !certificate.region().equals("us-east-1") || !isIssued(certificate),
                "InvalidViewerCertificate: "
                        + "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include "
                        + "a valid certificate chain.");
        distribution
                .inputsNamed("aliases")
                .forEach(alias -> refuseIf(
                        ValidationOptions.names(certificate.inputs()).noneMatch(name -> covers(name, alias)),
                        "InvalidViewerCertificate: The certificate that is attached to your distribution doesn't cover the "
                                + "alternate domain name (CNAME) that you're trying to add: " + alias));
    }

    private boolean isIssued(Resource certificate) {
        return existing.stream().anyMatch(other -> other.isA("acm.CertificateValidation") && other.needs(certificate));
    }

    private static boolean covers(String name, String alias) {
        return name.equals(alias)
                || name.startsWith("*.")
                        && alias.substring(alias.indexOf('.') + 1).equals(name.substring(2));
    }

    /** The provider looks whether all records were given to it; ACM then looks whether they are there. */
    void namesAreProved(Resource validation) {
        var given = validation.inputsNamed("validationRecordFqdns").toList();
        existing.stream()
                .filter(validation::needs)
                .flatMap(certificate -> Values.textsUnder(certificate.outputs(), "resourceRecordName"))
                .forEach(record -> refuseIf(
                        !given.contains(record) || !exists(record), "missing DNS validation record: " + record));
    }

    private boolean exists(String record) {
        return existing.stream()
                .anyMatch(other ->
                        other.isA("route53.Record") && other.inputsNamed("name").anyMatch(record::equals));
    }
}
