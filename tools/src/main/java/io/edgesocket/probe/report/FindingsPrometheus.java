package io.edgesocket.probe.report;

import io.edgesocket.probe.Finding;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prometheus's text format, for the textfile collector of node_exporter. What blackbox_exporter measures too has its name
 * there, so that alerts and dashboards for it work. Each line has the address as {@code target}.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
public final class FindingsPrometheus {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final double NANOS = 1e9;

    private final Findings findings;
    private final List<String> lines = new ArrayList<>();

    private FindingsPrometheus(Findings findings) {
        this.findings = findings;
    }

    /** @param strict whether a warning counts as a failure */
    public static String render(Findings findings, boolean strict) {
        return new FindingsPrometheus(findings).text(strict);
    }

    private String text(boolean strict) {
        var measured = findings.measured();
        gauge("probe_success", "Displays whether or not the probe was a success", findings.succeeded(strict) ? 1 : 0);
        gauge("probe_duration_seconds", "How long the probe took", seconds(findings.took()));
        measured.lookUp()
                .ifPresent(took -> gauge("probe_dns_lookup_time_seconds", "The time of the DNS lookup", seconds(took)));
        measured.ipVersion().ifPresent(version -> gauge("probe_ip_protocol", "Whether IPv4 or IPv6 was used", version));
        measured.certificateEnds()
                .ifPresent(end ->
                        gauge("probe_ssl_earliest_cert_expiry", "When the first certificate ends, in Unix time", end));
        measured.tlsVersion().ifPresent(version -> {
            head("probe_tls_version_info", "The TLS version that was used");
            line("probe_tls_version_info", ",version=\"" + version.replace("TLSv", "TLS ") + "\"", 1);
        });
        gauge(
                "probe_websocket_status_code",
                "The status that answered the handshake; 0 for none",
                measured.status().orElse(0));
        gauge(
                "probe_websocket_connection_upgraded",
                "Whether the handshake was answered with 101",
                measured.status()
                                .filter(status -> status == SWITCHING_PROTOCOLS)
                                .isPresent()
                        ? 1
                        : 0);
        measured.handshake().ifPresent(took -> {
            head("probe_websocket_duration_seconds", "How long a phase took");
            line("probe_websocket_duration_seconds", ",phase=\"handshake\"", seconds(took));
        });
        findings.all().stream()
                .filter(finding -> finding.id().equals("messages.answers"))
                .filter(finding -> !(finding.outcome() instanceof Outcome.Skipped))
                .forEach(finding -> gauge(
                        "probe_websocket_failed_due_to_regex",
                        "Whether an answer was not the expected one",
                        finding.outcome() instanceof Outcome.Failed ? 1 : 0));
        head("edgesocket_probe_check", "1 for each check, with how it ended");
        findings.all().forEach(this::check);
        return String.join("\n", lines) + "\n";
    }

    private void check(Finding finding) {
        line(
                "edgesocket_probe_check",
                ",check=\"" + escaped(finding.id()) + "\",outcome=\""
                        + finding.outcome().word() + "\"",
                1);
    }

    private void gauge(String name, String help, double value) {
        head(name, help);
        line(name, "", value);
    }

    private void head(String name, String help) {
        lines.add("# HELP " + name + " " + help);
        lines.add("# TYPE " + name + " gauge");
    }

    private void line(String name, String labels, double value) {
        lines.add(name + "{target=\"" + escaped(findings.address().toString()) + "\"" + labels + "} " + number(value));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6f", value);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
