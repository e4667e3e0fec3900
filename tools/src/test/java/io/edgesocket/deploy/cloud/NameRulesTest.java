package io.edgesocket.deploy.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NameRulesTest {
    private final Cloud cloud = new Cloud();

    @Test
    void a_distribution_gets_names_that_an_issued_certificate_covers() {
        var certificate = issued("us-east-1", "example.com", "*.example.com");
        assertThatCode(() -> distribution("one", certificate, "example.com", "chat.example.com"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_certificate_that_is_not_issued_yet_is_refused() {
        var certificate = certificate("us-east-1", "example.com");
        assertRefused("InvalidViewerCertificate", () -> distribution("one", certificate, "example.com"));
    }

    @Test
    void a_certificate_elsewhere_is_refused() {
        var certificate = issued("eu-west-1", "example.com");
        assertRefused("isn't in us-east-1", () -> distribution("one", certificate, "example.com"));
    }

    @Test
    void a_name_that_the_certificate_does_not_cover_is_refused() {
        var certificate = issued("us-east-1", "*.example.com");
        assertRefused("doesn't cover", () -> distribution("one", certificate, "a.chat.example.com"));
    }

    @Test
    void a_name_of_another_distribution_is_refused() {
        var certificate = issued("us-east-1", "example.com");
        distribution("one", certificate, "example.com");
        assertRefused("CNAMEAlreadyExists", () -> distribution("other", certificate, "example.com"));
    }

    @Test
    void a_certificate_without_its_record_is_not_issued() {
        var certificate = certificate("us-east-1", "example.com");
        assertRefused(
                "missing DNS validation record",
                () -> validation(
                        certificate,
                        Values.textsUnder(certificate.outputs(), "resourceRecordName")
                                .toList()));
    }

    @Test
    void a_certificate_in_use_is_not_deleted() {
        var certificate = issued("us-east-1", "example.com");
        distribution("one", certificate, "example.com");
        assertRefused("referenced by", () -> cloud.delete(certificate));
    }

    @Test
    void a_record_that_exists_is_overwritten_only_if_that_is_allowed() {
        record("chat.example.com", false);
        assertRefused("already exists", () -> record("chat.example.com", false));
        assertThatCode(() -> record("chat.example.com", true)).doesNotThrowAnyException();
        assertThat(cloud.resources()).hasSize(1);
    }

    private Resource issued(String region, String... names) {
        var certificate = certificate(region, names);
        var records = Values.textsUnder(certificate.outputs(), "resourceRecordName")
                .distinct()
                .toList();
        records.forEach(name -> record(name, true));
        validation(certificate, records);
        return certificate;
    }

    private Resource certificate(String region, String... names) {
        return create(
                "acm/certificate:Certificate",
                region,
                Struct.newBuilder()
                        .putFields("domainName", Values.of(names[0]))
                        .putFields(
                                "subjectAlternativeNames", texts(List.of(names).subList(1, names.length))));
    }

    private void record(String name, boolean overwrite) {
        create(
                "route53/record:Record",
                "eu-west-1",
                Struct.newBuilder()
                        .putFields("zoneId", Values.of("Z1"))
                        .putFields("name", Values.of(name))
                        .putFields("type", Values.of("CNAME"))
                        .putFields(
                                "allowOverwrite",
                                Value.newBuilder().setBoolValue(overwrite).build()));
    }

    private void validation(Resource certificate, List<String> records) {
        create(
                "acm/certificateValidation:CertificateValidation",
                certificate.region(),
                Struct.newBuilder()
                        .putFields("certificateArn", arn(certificate))
                        .putFields("validationRecordFqdns", texts(records)));
    }

    private void distribution(String name, Resource certificate, String... aliases) {
        create(
                "cloudfront/distribution:Distribution",
                "eu-west-1",
                Struct.newBuilder()
                        .putFields("comment", Values.of(name))
                        .putFields("acmCertificateArn", arn(certificate))
                        .putFields("aliases", texts(List.of(aliases))));
    }

    private Resource create(String type, String region, Struct.Builder inputs) {
        return cloud.create(new Wanted(new Urn(ResourceTypes.of("aws:" + type), "it"), region, inputs.build()));
    }

    private static Value arn(Resource resource) {
        return Values.of(Values.text(resource.outputs(), "arn").orElseThrow());
    }

    private static Value texts(List<String> texts) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder()
                        .addAllValues(texts.stream().map(Values::of).toList()))
                .build();
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).withMessageContaining(message);
    }
}
