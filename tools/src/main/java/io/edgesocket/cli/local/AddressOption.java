package io.edgesocket.cli.local;

import io.edgesocket.cli.call.UsageException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Options that give addresses to what is not on this machine. Paths are those of what is called in its place. */
final class AddressOption {
    private static final Pattern ADDRESS = Pattern.compile("https?://(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?/?");

    private AddressOption() {}

    static Map<String, URI> of(String option, Map<String, String> given, int port) {
        var addresses = new HashMap<String, URI>();
        given.forEach((name, address) -> {
            if (!ADDRESS.matcher(address).matches()) {
                throw new UsageException(option + " " + name + "=" + address
                        + ": give a scheme, a host and a port, and no path, such as " + name + "=http://127.0.0.1:"
                        + port);
            }
            addresses.put(name, URI.create(address));
        });
        return addresses;
    }
}
