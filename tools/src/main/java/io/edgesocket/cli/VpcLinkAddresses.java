package io.edgesocket.cli;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The option {@code --vpc-link}: what stands for that which VPC links lead to. */
final class VpcLinkAddresses {
    private static final Pattern ADDRESS = Pattern.compile("https?://(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?/?");

    private VpcLinkAddresses() {}

    static Map<String, URI> of(Map<String, String> given) {
        var addresses = new HashMap<String, URI>();
        given.forEach((name, address) -> {
            if (!ADDRESS.matcher(address).matches()) {
                throw new UsageException("--vpc-link " + name + "=" + address
                        + ": give a scheme, a host and a port, such as " + name + "=http://127.0.0.1:3000");
            }
            addresses.put(name, URI.create(address));
        });
        return addresses;
    }
}
