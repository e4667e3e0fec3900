package io.edgesocket.probe.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Where hosts are. */
public interface Hosts {
    /** As this machine looks them up. */
    Hosts SYSTEM = new Hosts() {
        @Override
        public List<InetSocketAddress> at(String host, int port) throws UnknownHostException {
            return Stream.of(InetAddress.getAllByName(host))
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        @Override
        public String nameOf(InetAddress address) {
            return address.getCanonicalHostName();
        }
    };

    /** Whether an address is one of this machine, as it is written: names that lead here aren't looked up. */
    static boolean isHere(URI address) {
        return Set.of("localhost", "127.0.0.1", "::1")
                .contains(Client.host(address).toLowerCase(Locale.ROOT));
    }

    /** In the order in which they are tried. */
    List<InetSocketAddress> at(String host, int port) throws UnknownHostException;

    /** The name that an address itself has; the address where it has none. */
    String nameOf(InetAddress address);
}
