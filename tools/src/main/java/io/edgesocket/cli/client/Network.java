package io.edgesocket.cli.client;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Hosts;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;

/** What this machine needs to reach another one. */
final class Network {
    /** What the C library says, and Java passes on, where a name may or may not exist. */
    private static final String NO_NAME_SERVER = "Temporary failure in name resolution";

    private Network() {}

    /**
     * Without it each check would fail, as if the address were to blame.
     *
     * @throws UsageException if there is no network, or no name server
     */
    static void require(URI address) {
        if (Hosts.isHere(address)) {
            return;
        }
        if (!exists()) {
            throw new UsageException("this machine has no network: connect it, and run this again");
        }
        try {
            Hosts.SYSTEM.at(Client.host(address), Client.port(address));
        } catch (UnknownHostException e) {
            if (String.valueOf(e.getMessage()).endsWith(NO_NAME_SERVER)) {
                throw new UsageException("no name server can be asked for " + address.getHost()
                        + ": see that this machine has a network and a name server, and run this again");
            }
        }
    }

    private static boolean exists() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Network::leadsElsewhere);
        } catch (SocketException none) {
            return false;
        }
    }

    private static boolean leadsElsewhere(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback();
        } catch (SocketException e) {
            return true; // nothing is known against it
        }
    }
}
