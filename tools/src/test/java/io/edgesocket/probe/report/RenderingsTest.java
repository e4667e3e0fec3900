package io.edgesocket.probe.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.probe.Basis;
import io.edgesocket.probe.Finding;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Outcome;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The same findings in each form. */
class RenderingsTest {
    private static final Findings FINDINGS = new Findings(
            URI.create("wss://chat.example.com"),
            List.of(
                    finding("handshake.101", Outcome.passed("101 in 80 ms from 203.0.113.7")),
                    finding("edge.via", Outcome.failed("no Via", "it isn't behind CloudFront", "point it there")),
                    finding("dns.aaaa", Outcome.warned("none", "no AAAA record", "make one: 100%, now")),
                    finding("idle.closed", Outcome.skipped("--idle waits for it")),
                    finding("idle.kept", Outcome.skipped("--idle waits for it"))),
            new Findings.Measured(
                    Optional.of(Duration.ofMillis(12)),
                    Optional.of(Duration.ofMillis(80)),
                    Optional.of(1_800_000_000L),
                    Optional.of("TLSv1.3"),
                    Optional.of(4),
                    Optional.of(101)),
            Duration.ofMillis(1234));

    private static Finding finding(String id, Outcome outcome) {
        return new Finding(
                id,
                "what must be so",
                "https://docs.example.com/page",
                Basis.DOCUMENTED,
                outcome,
                Duration.ofMillis(80),
                List.of("> GET / HTTP/1.1"));
    }

    @Test
    void text_has_a_line_a_check_and_below_a_failure_what_to_do() {
        assertThat(FindingsText.render(FINDINGS, Integer.MAX_VALUE, false, false))
                .isEqualTo("""
                wss://chat.example.com

                passed   handshake.101           101 in 80 ms from 203.0.113.7
                failed   edge.via                no Via
                         expected  what must be so
                         cause     it isn't behind CloudFront
                         change    point it there
                         source    https://docs.example.com/page
                warned   dns.aaaa                none
                         expected  what must be so
                         cause     no AAAA record
                         change    make one: 100%, now
                         source    https://docs.example.com/page
                skipped  --idle waits for it: idle.closed, idle.kept

                1 passed, 1 warned, 1 failed, 2 skipped in 1.2 s
                """);
    }

    @Test
    void on_a_terminal_long_sentences_are_broken_and_stand_below_one_another() {
        var findings = findings(
                finding("paths.a-rather-long-name", Outcome.passed("one two three four five")),
                finding("edge.via", Outcome.failed("no Via at all", "it isn't behind CloudFront", "point it there")));

        assertThat(FindingsText.render(findings, 38, true, false).replaceAll("\u001b\\[\\d*m", ""))
                .isEqualTo("""
                wss://chat.example.com

                passed   paths.a-rather-long-name  one two three four
                                                   five
                failed   edge.via                no Via at all
                         expected  what must be so
                         cause     it isn't behind
                                   CloudFront
                         change    point it there
                         source    https://docs.example.com/page

                1 passed, 1 failed in 1.2 s
                """);
    }

    @Test
    void a_wide_terminal_has_lines_of_100_columns() {
        var findings = findings(
                finding("edge.via", Outcome.failed("none", "word ".repeat(40).strip(), "change it")));

        assertThat(FindingsText.render(findings, 300, false, false).lines())
                .allMatch(line -> line.length() <= 100)
                .anyMatch(line -> line.length() > 90);
    }

    private static Findings findings(Finding... all) {
        return new Findings(FINDINGS.address(), List.of(all), FINDINGS.measured(), FINDINGS.took());
    }

    @Test
    void json_has_a_version_and_every_part_of_a_finding() throws Exception {
        var json = new ObjectMapper().readTree(FindingsJson.render(FINDINGS, false));

        assertThat(json.path("version").intValue()).isEqualTo(1);
        assertThat(json.path("succeeded").booleanValue()).isFalse();
        assertThat(json.path("checks").get(1).toString())
                .isEqualTo(
                        "{\"id\":\"edge.via\",\"group\":\"edge\",\"outcome\":\"failed\",\"expected\":\"what must be so\","
                                + "\"seen\":\"no Via\",\"source\":\"https://docs.example.com/page\",\"basis\":\"documented\","
                                + "\"seconds\":0.08,"
                                + "\"cause\":\"it isn't behind CloudFront\",\"change\":\"point it there\","
                                + "\"wire\":[\"> GET / HTTP/1.1\"]}");
    }

    @Test
    void junit_has_a_test_a_check() throws Exception {
        var suite = suite(false);

        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("no Via");
    }

    @Test
    void junit_has_a_warning_as_a_failure_if_it_is_strict() throws Exception {
        assertThat(suite(true).getAttribute("failures")).isEqualTo("2");
    }

    private static Element suite(boolean strict) throws Exception {
        var xml = FindingsJunit.render(FINDINGS, strict).getBytes(UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    @Test
    void prometheus_has_the_names_of_blackbox_exporter() {
        assertThat(FindingsPrometheus.render(FINDINGS, false).lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "probe_success{target=\"wss://chat.example.com\"} 0",
                        "probe_duration_seconds{target=\"wss://chat.example.com\"} 1.234000",
                        "probe_dns_lookup_time_seconds{target=\"wss://chat.example.com\"} 0.012000",
                        "probe_ip_protocol{target=\"wss://chat.example.com\"} 4",
                        "probe_ssl_earliest_cert_expiry{target=\"wss://chat.example.com\"} 1800000000",
                        "probe_tls_version_info{target=\"wss://chat.example.com\",version=\"TLS 1.3\"} 1",
                        "probe_websocket_status_code{target=\"wss://chat.example.com\"} 101",
                        "probe_websocket_connection_upgraded{target=\"wss://chat.example.com\"} 1",
                        "probe_websocket_duration_seconds{target=\"wss://chat.example.com\",phase=\"handshake\"} 0.080000",
                        "edgesocket_probe_check{target=\"wss://chat.example.com\",check=\"handshake.101\",outcome=\"passed\"} 1",
                        "edgesocket_probe_check{target=\"wss://chat.example.com\",check=\"edge.via\",outcome=\"failed\"} 1",
                        "edgesocket_probe_check{target=\"wss://chat.example.com\",check=\"dns.aaaa\",outcome=\"warned\"} 1",
                        "edgesocket_probe_check{target=\"wss://chat.example.com\",check=\"idle.closed\",outcome=\"skipped\"} 1",
                        "edgesocket_probe_check{target=\"wss://chat.example.com\",check=\"idle.kept\",outcome=\"skipped\"} 1");
    }

    @Test
    void github_has_an_error_a_failure_and_a_warning_a_warning() {
        assertThat(FindingsGithub.render(FINDINGS)).isEqualTo("""
                ::error title=edge.via%3A what must be so::no Via%0Acause: it isn't behind CloudFront%0Achange: point it there%0Asource: https://docs.example.com/page
                ::warning title=dns.aaaa%3A what must be so::none%0Acause: no AAAA record%0Achange: make one: 100%25, now%0Asource: https://docs.example.com/page
                wss://chat.example.com: 1 passed, 1 warned, 1 failed, 2 skipped in 1.2 s
                """);
    }
}
