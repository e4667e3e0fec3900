package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault by itself: the check for it fails, no other does, and the diagnosis says what it is. */
class FaultsTest {

    @Test
    void without_a_fault_no_check_fails() throws IOException {
        try (var server = new TestServer()) {
            var findings = Probed.of(Probed.all(server));

            assertThat(Probed.wrong(findings)).isEmpty();
            assertThat(Probed.ids(findings, Outcome.Passed.class))
                    .contains("handshake.101", "handshake.accept", "edge.via", "messages.answers", "limits.binary");
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                        NameFaults.all(),
                        TlsFaults.all(),
                        RefusalFaults.all(),
                        HandshakeFaults.all(),
                        AccessFaults.all(),
                        FrameFaults.all())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_fails_its_check_with_its_diagnosis(Fault fault) throws Exception {
        var findings = fault.probe().call();

        assertThat(Probed.wrong(findings)).containsExactlyInAnyOrderElementsOf(fault.fails());
        assertThat(Probed.words(findings, fault.fails().get(0))).contains(fault.says());
    }

    @Test
    void each_check_has_a_fault_that_is_for_it() {
        var target = Target.of(NamedServer.ADDRESS)
                .expecting(new Expected(
                        true, true, Expected.CLOUDFRONT.plainHttp(), Expected.CLOUDFRONT.origin(), List.of("/orders")));

        assertThat(Probe.checks(new Observed(target, Probed.client())).map(Check::id))
                .isSubsetOf(faults().map(fault -> fault.fails().get(0)).toList());
    }
}
