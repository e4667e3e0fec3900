package io.edgesocket.probe;

import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Hosts;
import io.edgesocket.probe.wire.Secrets;
import io.edgesocket.probe.wire.Tls;
import io.edgesocket.probe.wire.WireLog;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Probes, and picks out of what was found. */
final class Probed {
    static final Message PING = new Message("{\"action\":\"ping\"}", Optional.of("{\"pong\":true}"));
    static final Message HELLO = new Message("hello", Optional.of("hello"));

    private Probed() {}

    static Findings of(Target target) {
        return of(target, Secrets.NONE);
    }

    /** Of a stack whose functions have to start first. */
    static Findings patiently(Target target) {
        return of(target, Secrets.NONE, Duration.ofSeconds(30));
    }

    /** Of such a stack with TLS. */
    static Findings patiently(SSLContext trust, Target target) {
        return Probe.run(target, new Client(Tls.of(trust), Duration.ofSeconds(30), new WireLog(Secrets.NONE)));
    }

    static Findings of(Target target, Secrets secrets) {
        return of(target, secrets, Duration.ofSeconds(4));
    }

    private static Findings of(Target target, Secrets secrets, Duration patience) {
        return Probe.run(target, new Client(Tls.of(java()), patience, new WireLog(secrets)));
    }

    static Findings trusting(SSLContext trust, Target target) {
        return trusting(trust, target, Hosts.SYSTEM);
    }

    /** @param hosts where names lead */
    static Findings trusting(SSLContext trust, Target target, Hosts hosts) {
        return Probe.run(target, new Client(Tls.of(trust), Duration.ofSeconds(4), new WireLog(Secrets.NONE), hosts));
    }

    static Client client() {
        return new Client(Tls.of(java()), Duration.ofSeconds(4), new WireLog(Secrets.NONE));
    }

    static SSLContext java() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With all that can be tried in a moment. */
    static Target all(TestServer server) {
        return Target.of(server.address()).sending(List.of(PING, HELLO)).withLimits();
    }

    static List<String> ids(Findings findings, Class<? extends Outcome> outcome) {
        return findings.all().stream()
                .filter(finding -> outcome.isInstance(finding.outcome()))
                .map(Finding::id)
                .toList();
    }

    /** What failed or is warned of. */
    static List<String> wrong(Findings findings) {
        return findings.all().stream()
                .filter(finding -> Diagnosis.of(finding.outcome()).isPresent())
                .map(Finding::id)
                .toList();
    }

    static Finding finding(Findings findings, String id) {
        return findings.all().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What was seen, the cause and the change. */
    static String words(Findings findings, String id) {
        var outcome = finding(findings, id).outcome();
        return outcome.seen()
                + Diagnosis.of(outcome)
                        .map(diagnosis -> "\n" + diagnosis.cause() + "\n" + diagnosis.change())
                        .orElse("");
    }
}
