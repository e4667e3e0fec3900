package io.edgesocket.local.access;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * The names under which a port on loopback may be called, and whose pages may do it. Any page in a browser of this
 * machine can open a WebSocket to it; the browser says in {@code Origin} whose page it is. A page whose own name was
 * made to lead to this machine (DNS rebinding) could call {@code @connections} too; its {@code Host} is that name.
 *
 * <p>Always allowed: {@code localhost}, names below it and addresses as {@code Host}; {@code localhost}, names below it
 * and loopback addresses, with any port, as {@code Origin}; requests without {@code Origin}, which come from no page.
 *
 * @param names in lower case; {@code *.example.com} means each name of one more label; {@code null} means pages that
 *              have no origin, such as files
 * @param all   whether everybody is allowed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-10.2">RFC 6455, 10.2</a>
 */
public record AllowedHosts(Set<String> names, boolean all) {
    /** Other machines are meant to come, or a test. */
    public static final AllowedHosts ALL = new AllowedHosts(Set.of(), true);

    /** What to do about a request that was refused. */
    public static final String FIX =
            "a page in a browser may have sent this; if it is yours, start local with --allow-host and its name";

    private static final String LOCALHOST = "localhost";

    public AllowedHosts {
        names = Set.copyOf(names);
    }

    /** Those of a port on an address: if that is not a loopback one, other machines come, under names not known here. */
    public static AllowedHosts on(InetAddress address) {
        return address.isLoopbackAddress() ? new AllowedHosts(Set.of(), false) : ALL;
    }

    public AllowedHosts and(Collection<String> more) {
        var both = new HashSet<>(names);
        more.forEach(name -> both.add(name.toLowerCase(Locale.ROOT)));
        return new AllowedHosts(both, all);
    }

    /** Why a request is not allowed: {@code Host evil.example is no name of this stack …}; empty if it is. */
    public Optional<String> foreign(Request request) {
        if (all) {
            return Optional.empty();
        }
        var host = Optional.ofNullable(Request.getServerName(request))
                .filter(name -> !InetAddresses.isUriInetAddress(name) && !has(name))
                .map(name -> "Host " + name);
        return host.or(() -> foreignOrigin(request))
                .map(found -> found + " is no name of this stack or of this machine");
    }

    private Optional<String> foreignOrigin(Request request) {
        return request.getHeaders().getValuesList(HttpHeader.ORIGIN).stream()
                .filter(origin -> !isAllowed(host(origin)))
                .map(origin -> "Origin " + origin)
                .findFirst();
    }

    private boolean isAllowed(String host) {
        return has(host)
                || InetAddresses.isUriInetAddress(host)
                        && InetAddresses.forUriString(host).isLoopbackAddress();
    }

    /** The origin itself if it has no host, as {@code null} has none. */
    private static String host(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getHost()).orElse(origin);
        } catch (URISyntaxException e) {
            return origin;
        }
    }

    private boolean has(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return name.equals(LOCALHOST)
                || name.endsWith("." + LOCALHOST)
                || Stream.of(name, name.replaceFirst("^[^.]+", "*")).anyMatch(names::contains);
    }
}
