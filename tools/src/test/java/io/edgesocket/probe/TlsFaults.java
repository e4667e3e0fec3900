package io.edgesocket.probe;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What is wrong with TLS. */
final class TlsFaults {
    private TlsFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                fault(
                        "an authority that nobody trusts",
                        () -> NamedServer.of(TestCertificate.good()).trusting(Probed.java()),
                        List.of("tls.chain", "handshake.101"),
                        "CN=test",
                        "isn't signed by an authority"),
                fault(
                        "another name",
                        () -> NamedServer.of(TestCertificate.ofName("other.example.com")),
                        List.of("tls.name", "handshake.101"),
                        "it is for other.example.com",
                        "edgesocket:domain.names"),
                fault(
                        "few days",
                        () -> NamedServer.of(TestCertificate.days(20)),
                        List.of("tls.days"),
                        "19 days",
                        "why it isn't renewed"),
                fault(
                        "no TLS",
                        () -> NamedServer.of(new TestServer(), Probed.java()),
                        List.of("tls.modern", "handshake.101"),
                        "it isn't TLS at all"),
                fault(
                        "HTTP/2 alone",
                        () -> NamedServer.of(
                                new TlsServer(TestCertificate.good().shown()) {
                                    @Override
                                    Optional<String> protocol() {
                                        return Optional.of("h2");
                                    }
                                },
                                TestCertificate.good().trusted()),
                        List.of("tls.alpn", "handshake.101"),
                        "speaks no HTTP/1.1"),
                fault(
                        "TLS 1.1",
                        () -> NamedServer.of(
                                new TlsServer(TestCertificate.good().shown()) {
                                    @Override
                                    boolean takesOldTls() {
                                        return true;
                                    }
                                },
                                TestCertificate.good().trusted()),
                        List.of("tls.old"),
                        "goes on with TLS 1.1",
                        "edgesocket:domain.minimumTls"));
    }

    private static Fault fault(String name, Callable<NamedServer> named, List<String> fails, String... says) {
        return new Fault(
                name,
                () -> {
                    try (var server = named.call()) {
                        return server.probed(NamedServer.target());
                    }
                },
                fails,
                List.of(says));
    }
}
