package io.edgesocket.probe;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Names that lead elsewhere, and what is to be had without TLS. */
final class NameFaults {
    private NameFaults() {}

    static Stream<Fault> all() {
        return Stream.concat(names(), plain());
    }

    private static Stream<Fault> names() {
        return Stream.of(
                fault(
                        "no such name",
                        server -> server.withAddresses(List.of()),
                        List.of("dns.a", "handshake.101"),
                        "there is no host of this name",
                        "the zone's records"),
                fault(
                        "IPv6 alone",
                        server -> server.withAddresses(List.of(ipv6())),
                        List.of("dns.a", "handshake.101"),
                        "no A record"),
                new Fault(
                        "no IPv6",
                        () -> {
                            try (var server = NamedServer.of(TestCertificate.good())) {
                                return server.probed(Target.of(NamedServer.ADDRESS));
                            }
                        },
                        List.of("dns.aaaa"),
                        List.of("no AAAA record", "alias record of type AAAA")),
                new Fault(
                        "no X-Amz-Cf-Pop",
                        () -> {
                            var certificate = TestCertificate.good();
                            try (var server = NamedServer.of(
                                    new TlsServer(certificate.shown()) {
                                        @Override
                                        Map<String, String> accepted(Call call) {
                                            var headers = super.accepted(call);
                                            headers.remove("X-Amz-Cf-Pop");
                                            return headers;
                                        }
                                    },
                                    certificate.trusted())) {
                                return server.probed(NamedServer.target());
                            }
                        },
                        List.of("edge.pop"),
                        List.of("no X-Amz-Cf-Pop", "isn't behind CloudFront")),
                fault(
                        "around CloudFront",
                        server -> server.withNameOfAddress("ec2-203-0-113-9.eu-west-1.compute.amazonaws.com"),
                        List.of("dns.cloudfront"),
                        "around CloudFront",
                        "--no-cloudfront"));
    }

    /** Nothing of this machine listens there. */
    private static InetAddress ipv6() {
        try {
            return InetAddress.getByName("::1");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Fault> plain() {
        return Stream.of(
                new Fault(
                        "an address without TLS",
                        () -> {
                            try (var server = NamedServer.of(new TestServer(), Probed.java())
                                    .withPlain(new TestServer())) {
                                return server.probed(Target.of(URI.create("ws://" + NamedServer.HOST))
                                        .expecting(NamedServer.target().expected()));
                            }
                        },
                        List.of("tls.used"),
                        List.of("ws://", "viewerProtocolPolicy https-only")),
                fault(
                        "http:// is allowed",
                        server -> server.withPlain(new NamedServer.Redirecting() {
                            @Override
                            String answer(Call call) {
                                return call.isHandshake() ? super.answer(call) : page(200, Map.of(), "hello");
                            }
                        }),
                        List.of("http.plain"),
                        "allows http://",
                        "viewerProtocolPolicy"),
                fault(
                        "ws:// is allowed",
                        server -> server.withPlain(new NamedServer.Redirecting() {
                            @Override
                            String answer(Call call) {
                                return call.isHandshake() ? head(101, accepted(call)) : super.answer(call);
                            }
                        }),
                        List.of("http.ws"),
                        "allows ws://",
                        "https-only"),
                new Fault(
                        "another policy is deployed",
                        () -> {
                            try (var server = NamedServer.of(TestCertificate.good())) {
                                return server.probed(NamedServer.target()
                                        .expecting(new Expected(
                                                true,
                                                false,
                                                Optional.of(Expected.PlainHttp.REFUSED),
                                                Optional.empty(),
                                                List.of())));
                            }
                        },
                        List.of("http.plain"),
                        List.of("301 to https://", "older or newer")));
    }

    private static Fault fault(String name, UnaryOperator<NamedServer> with, List<String> fails, String... says) {
        return new Fault(
                name,
                () -> {
                    try (var server = with.apply(NamedServer.of(TestCertificate.good()))) {
                        return server.probed(NamedServer.target());
                    }
                },
                fails,
                List.of(says));
    }
}
