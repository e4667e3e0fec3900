package io.edgesocket.cli.client;

import io.edgesocket.local.tls.LocalTrust;
import io.edgesocket.probe.wire.Hosts;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** Who is trusted to say which host it is: those whom Java trusts, and on this machine also what {@code local --tls} shows. */
public final class TrustedAuthorities {
    private TrustedAuthorities() {}

    public static SSLContext of(URI address) {
        if (Hosts.isHere(address)) {
            return LocalTrust.of(System.getenv());
        }
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
