package io.edgesocket.probe;

import io.edgesocket.probe.wire.UnreachableException;
import java.io.IOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * One thing that is checked.
 *
 * @param id          its group and its name, such as {@code edge.via}: the same in each version
 * @param expectation what must be so, as a sentence
 * @param source      the page or the section of an RFC that says so
 * @param basis       how sure it is that AWS does so
 */
record Check(String id, String expectation, String source, Basis basis, Examination examination) {

    /** There is nobody at the address. */
    static final Outcome UNREACHABLE = Outcome.skipped("nobody can be connected to: see handshake.101");

    /** Finds out. */
    @FunctionalInterface
    interface Examination {
        /** @throws IOException if the connection fails; that is a failure of the check */
        Outcome examine() throws IOException;
    }

    /** Of an RFC, or of a page of AWS that says so. */
    Check(String id, String expectation, String source, Examination examination) {
        this(id, expectation, source, source.startsWith(Pages.RFCS) ? Basis.STANDARD : Basis.DOCUMENTED, examination);
    }

    /** The same, on another basis. */
    Check on(Basis other) {
        return new Check(id, expectation, source, other, examination);
    }

    /** Whether it says why there is nobody at the address, or looks at another one. */
    boolean looksElsewhere() {
        return id.equals("handshake.101") || id.startsWith("guard.");
    }

    /** Other checks say it once, if there is no such host, nobody at it, or no TLS that can be trusted. */
    Outcome examine() {
        try {
            return examination.examine();
        } catch (UnknownHostException nobody) {
            return Outcome.skipped("there is no host of this name: see dns.a");
        } catch (UnreachableException unreachable) {
            return UNREACHABLE;
        } catch (SSLException failure) {
            return Outcome.skipped("there is no TLS connection: see the failed checks of tls");
        } catch (IOException failure) {
            return Outcome.failed(
                    NetworkFailure.words(failure),
                    "the connection ended in the middle of this check",
                    "look whether the other checks fail too; if this one alone does, run it again");
        }
    }
}
