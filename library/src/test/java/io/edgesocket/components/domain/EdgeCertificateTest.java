package io.edgesocket.components.domain;

import static io.edgesocket.components.domain.RecordedNames.CERTIFICATE;
import static io.edgesocket.components.domain.RecordedNames.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.test.PulumiTest;
import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeCertificateTest {

    @AfterEach
    void cleanup() {
        PulumiTest.cleanup();
    }

    @Test
    void the_smallest_is_a_certificate_a_record_and_the_wait_for_its_issue() {
        assertThat(registered(minimal()).resources())
                .filteredOn(resource -> !resource.type.startsWith("pulumi:"))
                .extracting(resource -> resource.type + " " + resource.name)
                .containsExactlyInAnyOrder(
                        "edgesocket:aws:EdgeCertificate certificate",
                        "aws:acm/certificate:Certificate certificate",
                        "aws:route53/record:Record certificate-chat.example.com",
                        "aws:acm/certificateValidation:CertificateValidation certificate-validation");
    }

    @Test
    void one_name_has_no_alternatives() {
        assertThat(registered(minimal()).certificate())
                .containsEntry("domainName", "chat.example.com")
                .containsEntry("validationMethod", "DNS")
                .doesNotContainKey("subjectAlternativeNames");
    }

    @Test
    void everything_set_is_registered() {
        var certificate = registered(minimal()
                        .names(List.of("example.com", "*.example.com"))
                        .tags(Map.of("team", "chat"))
                        .transform(child -> child.change(
                                CertificateArgs.class,
                                args -> CertificateArgs.builder(args)
                                        .keyAlgorithm("EC_prime256v1")
                                        .build())))
                .certificate();
        assertThat(certificate)
                .containsEntry("domainName", "example.com")
                .containsEntry("subjectAlternativeNames", List.of("*.example.com"))
                .containsEntry("tags", Map.of("team", "chat"))
                .containsEntry("keyAlgorithm", "EC_prime256v1");
    }

    @Test
    void the_certificate_and_the_wait_are_in_us_east_1_and_the_records_are_not() {
        var registered = registered(minimal());
        assertThat(registered.only(CERTIFICATE).provider).contains("::us-east-1::");
        assertThat(registered.only(VALIDATION).provider).contains("::us-east-1::");
        assertThat(registered.only(RecordedNames.RECORD).provider).isNullOrEmpty();
    }

    @Test
    void a_role_makes_the_records_and_not_the_certificate() {
        var registered = registered(minimal().role(new AssumedRole("dns", "arn:aws:iam::210987654321:role/dns")));
        assertThat(registered.only(RecordedNames.RECORD).provider).contains("pulumi:providers:aws::dns::");
        assertThat(registered.only(CERTIFICATE).provider).contains("::us-east-1::");
        assertThat(registered.only(VALIDATION).provider).contains("::us-east-1::");
    }

    @Test
    void a_record_is_what_acm_asks_for() {
        assertThat(registered(minimal()).record("certificate-chat.example.com"))
                .containsAllEntriesOf(Map.of(
                        "zoneId", "zone of example.com",
                        "name", "_1.chat.example.com.",
                        "type", "CNAME",
                        "records", List.of("_2.chat.example.com.acm-validations.aws."),
                        "allowOverwrite", true));
    }

    @Test
    void a_name_and_its_wildcard_share_a_record() {
        var registered = registered(minimal().names(List.of("*.example.com", "example.com", "chat.example.com")));
        assertThat(registered.recordNames()).containsExactly("certificate-chat.example.com", "certificate-example.com");
    }

    @Test
    void each_name_is_proved_in_the_most_specific_of_its_zones() {
        var registered = registered(minimal()
                .names(List.of("eu.chat.example.com", "chat.example.org", "example.com"))
                .hostedZones(HostedZones.of("example.com", "example.org", "chat.example.com")));
        assertThat(Stream.of("eu.chat.example.com", "chat.example.org", "example.com")
                        .map(name -> registered.record("certificate-" + name).get("zoneId")))
                .containsExactly("zone of chat.example.com", "zone of example.org", "zone of example.com");
    }

    @Test
    void a_zone_is_looked_up_once_and_a_private_one_is_not_meant() {
        assertThat(registered(minimal().names(List.of("a.example.com", "b.example.com")))
                        .lookedUp())
                .containsExactly(Map.of("name", "example.com", "privateZone", false));
    }

    @Test
    void the_wait_is_for_all_records() {
        var registered = registered(minimal().names(List.of("a.example.com", "b.example.com")));
        assertThat(registered.only(VALIDATION).inputs)
                .containsEntry("certificateArn", "arn:certificate")
                .containsEntry("validationRecordFqdns", List.of("_1.a.example.com.", "_1.b.example.com."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_value_is_refused_and_its_neighbour_accepted(String problem, Change refused, Change accepted) {
        assertThat(refused.apply(minimal()).build().problems("certificate"))
                .extracting(Problem::toString)
                .containsExactly(problem);
        assertThatCode(() -> accepted.apply(minimal()).build().checked("certificate"))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> refusals() {
        var long64 = "a".repeat(52) + ".example.com";
        return Stream.of(
                refusal(
                        "names: 11 names; at most 10, ACM's quota for one certificate: use a wildcard, or make the "
                                + "certificate yourself and give its ARN",
                        args -> args.names(numbered(11)),
                        args -> args.names(numbered(10))),
                refusal(
                        "names: \"Chat.example.com\"; write it in lower case: chat.example.com",
                        args -> args.names(List.of("Chat.example.com")),
                        args -> args),
                refusal(
                        "names: \"a.*.example.com\"; a domain name without scheme, port or path, as in ws.example.com or "
                                + "*.example.com",
                        args -> args.names(List.of("a.*.example.com")),
                        args -> args.names(List.of("*.a.example.com"))),
                refusal(
                        "names: chat.example.com twice; give each once",
                        args -> args.names(List.of("chat.example.com", "chat.example.com")),
                        args -> args.names(List.of("chat.example.com", "*.chat.example.com"))),
                refusal(
                        "names: the first has 65 characters; at most 64, for it is the certificate's common name: put a "
                                + "shorter one first",
                        args -> args.names(List.of("a" + long64)),
                        args -> args.names(List.of(long64, "a" + long64))),
                refusal(
                        "names: \"chat.example.org\"; it lies in none of the hosted zones example.com: add the one that "
                                + "holds it",
                        args -> args.names(List.of("chat.example.com", "chat.example.org")),
                        args -> args.names(List.of("chat.example.com", "example.com"))),
                refusal(
                        "hostedZone: example.org; no name belongs to it: leave it out; a name belongs to the most specific "
                                + "zone that holds it",
                        args -> args.hostedZones(HostedZones.of("example.com", "example.org")),
                        args -> args.hostedZones(HostedZones.of("chat.example.com"))),
                refusal(
                        "hostedZone: example.com twice; give each once",
                        args -> args.hostedZones(HostedZones.of("example.com", "example.com")),
                        args -> args),
                refusal(
                        "hostedZone: example.com twice; give each once",
                        args -> args.hostedZones(HostedZones.of("example.com").withId("example.com.", "Z1")),
                        args -> args.hostedZones(HostedZones.of().withId("example.com.", "Z1"))),
                refusal(
                        "hostedZone: id \"/hostedzone/Z1\" of example.com; the id alone, such as Z0123456789ABCDEFGHIJ: at "
                                + "most 32 capital letters and digits",
                        args -> args.hostedZones(HostedZones.of().withId("example.com", "/hostedzone/Z1")),
                        args -> args.hostedZones(HostedZones.of().withId("example.com", "Z1"))),
                refusal(
                        "names: chat.example.com twice; give each once",
                        args -> args.names(List.of("chat.example.com", "chat.example.com.")),
                        args -> args.names(List.of("chat.example.com."))),
                refusal(
                        "names: \"chat.example.com.\"; a domain name without scheme, port or path, as in ws.example.com or "
                                + "*.example.com",
                        args -> args.names(List.of("chat.example.com..")),
                        args -> args),
                refusal(
                        "hostedZone: none; the domain name of the zone that the names lie in",
                        args -> args.hostedZones(HostedZones.of()),
                        args -> args),
                refusal(
                        "tags: key \"aws:team\"; 1 to 128 letters, digits, spaces and _.:/=+-@, not beginning with aws:",
                        args -> args.tags(Map.of("aws:team", "chat")),
                        args -> args.tags(Map.of("team", "chat"))));
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        assertThat(EdgeCertificateArgs.builder().build().problems("certificate"))
                .extracting(Problem::property)
                .containsExactly("names", "hostedZone", "usEast1");
    }

    private interface Change extends UnaryOperator<EdgeCertificateArgs.Builder> {}

    private static Arguments refusal(String problem, Change refused, Change accepted) {
        return arguments(problem, named("refused", refused), named("accepted", accepted));
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i + ".example.com").toList();
    }

    private static RecordedNames registered(EdgeCertificateArgs.Builder args) {
        return RecordedNames.of(() -> new EdgeCertificate("certificate", args.build()));
    }

    private static EdgeCertificateArgs.Builder minimal() {
        return EdgeCertificateArgs.builder()
                .names(List.of("chat.example.com"))
                .hostedZones(HostedZones.of("example.com"))
                .usEast1(new UsEast1());
    }
}
