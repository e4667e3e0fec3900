package io.edgesocket.probe.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
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

    /** In the order in which they are tried. */
    List<InetSocketAddress> at(String host, int port) throws UnknownHostException;

    /** The name that an address itself has; the address where it has none. */
    String nameOf(InetAddress address);
}
