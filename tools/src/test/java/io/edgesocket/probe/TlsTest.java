package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A server with TLS, under a name of its own. */
class TlsTest {

    @Test
    void a_good_certificate_and_new_versions_pass() throws IOException {
        try (var server = server()) {
            var findings = server.probed(NamedServer.target());

            assertThat(Probed.wrong(findings)).isEmpty();
            assertThat(Probed.ids(findings, Outcome.Passed.class))
                    .contains(
                            "dns.a",
                            "dns.cloudfront",
                            "tls.used",
                            "tls.chain",
                            "tls.name",
                            "tls.days",
                            "tls.modern",
                            "tls.old",
                            "tls.alpn",
                            "http.plain",
                            "http.ws",
                            "http.get",
                            "handshake.101",
                            "edge.pop");
        }
    }

    @Test
    void nothing_is_sent_over_a_connection_that_is_not_trusted() throws IOException {
        try (var server = server()) {
            var findings = server.trusting(Probed.java()).probed(NamedServer.target());

            assertThat(findings.all())
                    .filteredOn(finding ->
                            finding.group().equals("tls") || finding.group().equals("handshake"))
                    .flatExtracting(Finding::wire)
                    .noneMatch(line -> line.startsWith("> "));
        }
    }

    @Test
    void a_certificate_that_ends_in_a_few_days_fails() throws IOException {
        var certificate = TestCertificate.days(5);
        try (var server = NamedServer.of(new TlsServer(certificate.shown()), certificate.trusted())) {
            assertThat(Probed.finding(server.probed(NamedServer.target()), "tls.days")
                            .outcome())
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void what_is_measured_has_the_end_of_the_certificate_and_the_version() throws IOException {
        try (var server = server()) {
            var measured = server.probed(NamedServer.target()).measured();

            assertThat(measured.certificateEnds()).isPresent();
            assertThat(measured.tlsVersion()).contains("TLSv1.3");
            assertThat(measured.lookUp()).isPresent();
        }
    }

    private static NamedServer server() {
        return NamedServer.of(TestCertificate.good());
    }
}
