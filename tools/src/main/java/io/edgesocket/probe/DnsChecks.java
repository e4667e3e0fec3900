package io.edgesocket.probe;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where the name leads. */
record DnsChecks(Observed observed) {
    private static final String CLOUDFRONT = ".cloudfront.net";
    /** Of EC2's addresses, which API Gateway and load balancers have too. */
    private static final String AWS = ".amazonaws.com";

    static List<Check> of(Observed observed) {
        var checks = new DnsChecks(observed);
        return List.of(
                new Check("dns.a", "the name has an IPv4 address", Pages.CF_ALIASES, checks::a),
                new Check("dns.aaaa", "the name has an IPv6 address", Pages.CF_IPV6, checks::aaaa),
                new Check("dns.cloudfront", "the name leads to CloudFront", Pages.CF_ALIASES, checks::cloudFront)
                        .on(Basis.SEEN));
    }

    private Outcome a() throws IOException {
        try {
            return ofName(() -> addresses(Inet4Address.class).isEmpty()
                    ? Outcome.failed(
                            "none",
                            "there is no A record; most clients have no IPv6 alone",
                            "make an alias record of type A to the distribution, as edgesocket:domain.hostedZone does")
                    : Outcome.passed(listed(addresses(Inet4Address.class))));
        } catch (UnknownHostException nobody) {
            return Outcome.failed(
                    "there is no host of this name",
                    "the record isn't made, or the zone isn't the one that its registrar names",
                    "look at the zone's records, and at the name servers that the registrar has for the zone");
        }
    }

    private Outcome aaaa() throws IOException {
        if (!observed.target().expected().ipv6()) {
            return Outcome.skipped("the distribution has no IPv6");
        }
        return ofName(() -> addresses(Inet6Address.class).isEmpty()
                ? Outcome.warned(
                        "none",
                        "there is no AAAA record, or this machine's resolver doesn't ask for one; clients that have only IPv6"
                                + " can't connect",
                        "make an alias record of type AAAA beside the A record, or turn off the distribution's IPv6")
                : Outcome.passed(listed(addresses(Inet6Address.class))));
    }

    /** An alias record of Route 53 shows addresses alone, so their own names are asked. */
    private Outcome cloudFront() throws IOException {
        if (!observed.target().expected().cloudFront()) {
            return Outcome.skipped("no CloudFront is expected");
        }
        return ofName(() -> {
            var host = observed.target().host();
            return host.endsWith(CLOUDFRONT) ? Outcome.passed(host) : judged(nameOfAddress());
        });
    }

    /** CloudFront gives names to its IPv4 addresses alone. */
    private String nameOfAddress() throws IOException {
        var all = observed.addresses();
        var address =
                all.stream().filter(Inet4Address.class::isInstance).findFirst().orElse(all.get(0));
        return observed.client().hosts().nameOf(address);
    }

    private static Outcome judged(String name) {
        if (name.endsWith(CLOUDFRONT)) {
            return Outcome.passed(name);
        }
        return name.endsWith(AWS)
                ? Outcome.failed(
                        name,
                        "the name leads to AWS, but around CloudFront: to API Gateway itself or to a load balancer",
                        "point the name's alias records to the distribution; if that is as you want it, give --no-cloudfront")
                : Outcome.skipped(
                        "the address's own name is " + name + ", which doesn't say it: see edge.via for what answers");
    }

    private Outcome ofName(Check.Examination examination) throws IOException {
        if (!observed.target().isName()) {
            return Outcome.skipped(observed.target().host() + " is an address, not a name");
        }
        if (observed.target().isLocal()) {
            return Outcome.skipped("localhost is this machine");
        }
        return examination.examine();
    }

    private List<String> addresses(Class<? extends InetAddress> kind) throws IOException {
        return observed.addresses().stream()
                .filter(kind::isInstance)
                .map(InetAddress::getHostAddress)
                .toList();
    }

    private static String listed(List<String> addresses) {
        return String.join(", ", addresses);
    }
}
