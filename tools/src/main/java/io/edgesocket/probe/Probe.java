package io.edgesocket.probe;

import io.edgesocket.probe.wire.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the checks, one after another. */
public final class Probe {
    private Probe() {}

    /** Looks at an address from all sides. */
    public static Findings run(Target target, Client client) {
        var began = System.nanoTime();
        var observed = new Observed(target, client);
        var all = new ArrayList<Finding>();
        checks(observed).forEach(check -> all.add(finding(isUnreachable(all) ? known(check) : check, client)));
        return new Findings(
                target.withoutQuery(), all, observed.measured(), Duration.ofNanos(System.nanoTime() - began));
    }

    private static boolean isUnreachable(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.outcome().equals(Check.UNREACHABLE));
    }

    /** Once is enough: each further try could take as long as the client's patience. */
    private static Check known(Check check) {
        return check.looksElsewhere()
                ? check
                : new Check(check.id(), check.expectation(), check.source(), check.basis(), () -> Check.UNREACHABLE);
    }

    static Stream<Check> checks(Observed observed) {
        return Stream.of(
                        DnsChecks.of(observed),
                        TlsChecks.of(observed),
                        HttpChecks.of(observed),
                        HandshakeChecks.of(observed),
                        EdgeChecks.of(observed),
                        GuardChecks.of(observed),
                        PathChecks.of(observed),
                        TokenChecks.of(observed),
                        MessageChecks.of(observed),
                        CloseChecks.of(observed),
                        LimitChecks.of(observed),
                        IdleChecks.of(observed))
                .flatMap(List::stream);
    }

    private static Finding finding(Check check, Client client) {
        var began = System.nanoTime();
        var outcome = check.examine().with(client.log()::hidden);
        return new Finding(
                check.id(),
                check.expectation(),
                check.source(),
                check.basis(),
                outcome,
                Duration.ofNanos(System.nanoTime() - began),
                client.log().take());
    }
}
