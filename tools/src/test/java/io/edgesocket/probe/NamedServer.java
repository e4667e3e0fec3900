package io.edgesocket.probe;

import io.edgesocket.probe.wire.Hosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * {@code chat.example.com} as a test wants it: ports 443 and 80 are servers on this machine.
 *
 * @param trust whom the client trusts
 */
record NamedServer(Ports ports, SSLContext trust, List<InetAddress> addresses, String nameOfAddress)
        implements AutoCloseable {
    static final String HOST = "chat.example.com";
    static final URI ADDRESS = URI.create("wss://" + HOST);

    static final InetAddress IPV4 = InetAddress.getLoopbackAddress();
    private static final String OF_CLOUDFRONT = "server-203-0-113-7.fra60.r.cloudfront.net";

    /** The servers behind 443 and 80. */
    record Ports(TestServer secure, TestServer plain) {}

    /** As CloudFront with a good certificate, but without IPv6. */
    static NamedServer of(TestServer secure, SSLContext trust) {
        return new NamedServer(new Ports(secure, new Redirecting()), trust, List.of(IPV4), OF_CLOUDFRONT);
    }

    /** With this certificate, which the client trusts. */
    static NamedServer of(TestCertificate certificate) {
        return of(new TlsServer(certificate.shown()), certificate.trusted());
    }

    /** What {@code http://} gets of a distribution as it should be. */
    static class Redirecting extends TestServer {
        @Override
        String answer(Call call) {
            return page(301, Map.of("Location", "https://" + HOST + "/"), "");
        }
    }

    NamedServer withPlain(TestServer plain) {
        return new NamedServer(new Ports(ports.secure(), plain), trust, addresses, nameOfAddress);
    }

    NamedServer withAddresses(List<InetAddress> others) {
        return new NamedServer(ports, trust, others, nameOfAddress);
    }

    NamedServer withNameOfAddress(String other) {
        return new NamedServer(ports, trust, addresses, other);
    }

    NamedServer trusting(SSLContext others) {
        return new NamedServer(ports, others, addresses, nameOfAddress);
    }

    /** Without IPv6 nothing else is expected than what every machine can have. */
    static Target target() {
        var expected = Expected.CLOUDFRONT;
        return Target.of(ADDRESS)
                .expecting(new Expected(true, false, expected.plainHttp(), expected.origin(), expected.paths()));
    }

    Findings probed(Target target) {
        return Probed.trusting(trust, target, new Hosts() {
            @Override
            public List<InetSocketAddress> at(String host, int port) throws UnknownHostException {
                if (addresses.isEmpty()) {
                    throw new UnknownHostException(host);
                }
                var server = port == 443 ? ports.secure() : ports.plain();
                return addresses.stream()
                        .map(address -> new InetSocketAddress(address, server.port()))
                        .toList();
            }

            @Override
            public String nameOf(InetAddress address) {
                return nameOfAddress;
            }
        });
    }

    @Override
    public void close() throws IOException {
        ports.secure().close();
        ports.plain().close();
    }
}
