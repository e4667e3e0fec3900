package io.edgesocket.probe;

import io.edgesocket.probe.wire.OldTls;
import io.edgesocket.probe.wire.OldTls.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** What is encrypted, and who proves to be whom. */
record TlsChecks(Observed observed) {
    private static final Duration WARN = Duration.ofDays(21);
    private static final Duration FAIL = Duration.ofDays(7);

    static List<Check> of(Observed observed) {
        var checks = new TlsChecks(observed);
        return List.of(
                new Check("tls.used", "the connection is encrypted", Pages.CF_VIEWERS_HTTPS, checks::used),
                new Check(
                        "tls.chain", "the certificate is of a trusted authority", Pages.CF_CERTIFICATES, checks::chain),
                new Check("tls.name", "the certificate is for this name", Pages.CF_CERTIFICATES, checks::name),
                new Check(
                        "tls.days",
                        "the certificate is valid for " + WARN.toDays() + " more days",
                        Pages.CF_CERTIFICATES,
                        checks::days),
                new Check("tls.modern", "TLS 1.2 or newer is spoken", Pages.CF_TLS, checks::modern),
                new Check("tls.old", "TLS 1.1 is refused", Pages.CF_TLS, checks::old),
                new Check("tls.alpn", "who offers HTTP/1.1 alone by ALPN gets it", Pages.CF_WEBSOCKETS, checks::alpn));
    }

    private Outcome used() {
        if (observed.target().isSecure()) {
            return Outcome.passed("wss://");
        }
        return observed.target().isLocal()
                ? Outcome.skipped("ws:// on this machine counts as what is behind the edge")
                : Outcome.failed(
                        "ws://",
                        "the address says that nothing is to be encrypted",
                        "connect with wss://, and have the distribution refuse the rest: viewerProtocolPolicy https-only");
    }

    private Outcome chain() throws IOException {
        return withTls(() -> {
            try (var connection = observed.client()
                    .open(observed.target().address(), observed.client().tls().forAnyName())) {
                return Outcome.passed(connection.remoteAddress() + " shows " + issuers());
            } catch (SSLException distrust) {
                var shown = issuers(); // without any, tls.modern says why
                return Outcome.failed(
                        distrust.getMessage() + "; shown were: " + shown,
                        "the certificate isn't signed by an authority that Java trusts, or it has ended",
                        observed.target().isLocal()
                                ? "start `edgesocket local --tls` anew: it makes a certificate that this command trusts"
                                : "use a certificate of ACM in us-east-1, as edgesocket:domain.hostedZone makes it");
            }
        });
    }

    private String issuers() throws IOException {
        return observed.tls().certificates().stream()
                .map(each -> each.getSubjectX500Principal().getName())
                .collect(Collectors.joining("; "));
    }

    private Outcome name() throws IOException {
        return withTls(() -> {
            var names = names();
            return names.stream().anyMatch(this::covers)
                    ? Outcome.passed(String.join(", ", names))
                    : Outcome.failed(
                            "it is for " + (names.isEmpty() ? "no name" : String.join(", ", names)),
                            "the name is none of the distribution's aliases, or the certificate doesn't cover it",
                            "add the name to edgesocket:domain.names, and to the certificate if you bring your own");
        });
    }

    private List<String> names() throws IOException {
        var own = observed.tls().certificates().stream().findFirst();
        return own.isEmpty() ? List.of() : names(own.get());
    }

    /** Kinds 2 and 7: DNS names and addresses. */
    private static List<String> names(X509Certificate certificate) throws IOException {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(entry -> List.of(2, 7).contains(entry.get(0)))
                    .map(entry -> entry.get(1).toString())
                    .toList();
        } catch (CertificateParsingException e) {
            throw new IOException("the certificate's names can't be read: " + e.getMessage(), e);
        }
    }

    /** A wildcard stands for one label. */
    private boolean covers(String name) {
        var host = observed.target().host();
        if (!observed.target().isName()) {
            return isSameAddress(name, host);
        }
        return name.equalsIgnoreCase(host)
                || name.startsWith("*.")
                        && host.contains(".")
                        && name.substring(1).equalsIgnoreCase(host.substring(host.indexOf('.')));
    }

    private static boolean isSameAddress(String one, String other) {
        try {
            return one.matches("[0-9a-fA-F.:]+") && InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (IOException noAddress) {
            return false;
        }
    }

    private Outcome days() throws IOException {
        return withTls(() -> {
            var certificates = observed.tls().certificates();
            if (certificates.isEmpty()) {
                return Outcome.skipped("no certificate was shown");
            }
            var end = certificates.get(0).getNotAfter().toInstant();
            var left = Duration.between(Instant.now(), end);
            var seen = left.toDays() + " days, until " + end;
            if (left.compareTo(WARN) >= 0) {
                return Outcome.passed(seen);
            }
            var cause = "ACM renews a certificate by itself 60 days before its end, as long as its DNS records stand";
            var change = "see in ACM, in us-east-1, why it isn't renewed; bring a new one if it is your own";
            return left.compareTo(FAIL) < 0 ? Outcome.failed(seen, cause, change) : Outcome.warned(seen, cause, change);
        });
    }

    /** Java offers no older version by itself, so a server that has only these ends the handshake. */
    private Outcome modern() throws IOException {
        return withTls(() -> {
            try {
                return Outcome.passed(observed.tls().version());
            } catch (SSLException none) {
                if (isForAlpn(none)) {
                    return Outcome.skipped("TLS ended for another reason: see tls.alpn");
                }
                return Outcome.failed(
                        String.valueOf(none.getMessage()),
                        "what ends TLS there has no version or cipher that is secure today, or it isn't TLS at all",
                        observed.target().isLocal()
                                ? "start `edgesocket local` with --tls, or write ws://… instead of wss://…"
                                : "point the name to the distribution: CloudFront has TLS 1.2 and 1.3");
            }
        });
    }

    /** RFC 7301, 3.2: the alert of a server that has none of the offered protocols. */
    private static boolean isForAlpn(SSLException failure) {
        return String.valueOf(failure.getMessage()).contains("no_application_protocol");
    }

    private Outcome old() throws IOException {
        return withTls(() -> {
            var reaction = OldTls.of(observed.client(), observed.target().address());
            if (reaction instanceof Reaction.Refused refused) {
                return Outcome.passed("refused: " + refused.how());
            }
            return reaction instanceof Reaction.Unclear unclear
                    ? Outcome.skipped("the answer doesn't say: " + unclear.what())
                    : accepted(observed.target());
        });
    }

    /** Under CloudFront's own name there is nothing to set. */
    static Outcome accepted(Target target) {
        var seen = "it goes on with TLS 1.1";
        return target.host().endsWith(".cloudfront.net")
                ? Outcome.warned(
                        seen,
                        "under CloudFront's own name the minimum is TLSv1",
                        "give the distribution a name of your own: edgesocket:domain.names")
                : Outcome.failed(
                        seen,
                        "the distribution's minimum is lower",
                        "set edgesocket:domain.minimumTls to TLSv1.2_2021 or newer");
    }

    /** HTTP/1.1 alone is offered, as browsers do for a WebSocket. A server that takes none of it ends the handshake. */
    private Outcome alpn() throws IOException {
        return withTls(() -> {
            try {
                var chosen = observed.tls().application();
                return Outcome.passed(chosen.isEmpty() ? "nothing was chosen, which means HTTP/1.1" : chosen);
            } catch (SSLException refused) {
                if (!isForAlpn(refused)) {
                    throw refused;
                }
                return Outcome.failed(
                        String.valueOf(refused.getMessage()),
                        "what ends TLS there speaks no HTTP/1.1, which a WebSocket through CloudFront needs",
                        "point the name to the distribution: CloudFront offers HTTP/1.1 with each httpVersion");
            }
        });
    }

    private Outcome withTls(Check.Examination examination) throws IOException {
        return observed.target().isSecure() ? examination.examine() : Outcome.skipped("ws:// has no TLS");
    }
}
