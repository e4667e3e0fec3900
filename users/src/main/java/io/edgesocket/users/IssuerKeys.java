package io.edgesocket.users;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/**
 * The keys that an issuer publishes. The first call fetches and keeps them. A token with an unknown key makes it fetch
 * them again, because the issuer may have changed its keys, but at most twice in {@link #PAUSE}. When the issuer can't
 * be reached, the last keys stay valid for {@link #OUTAGE}.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery</a>
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    /** How long keys are kept. A key that the issuer withdraws is accepted until then. */
    static final Duration KEPT = Duration.ofMinutes(5);

    static final Duration PAUSE = Duration.ofSeconds(30);
    static final Duration OUTAGE = Duration.ofHours(1);
    private static final int WAIT_MILLIS = 2_000;
    private static final int SIZE_MAX = 50 * 1024;
    /** RFC 7518, sections 3.3 and 3.5. A token that is signed with a shorter key is refused as one with an unknown key. */
    private static final int RSA_BITS_MIN = 2_048;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final TokenRules rules;
    private final DefaultResourceRetriever http = new DefaultResourceRetriever(WAIT_MILLIS, WAIT_MILLIS, SIZE_MAX);
    private volatile boolean fetched;

    IssuerKeys(TokenRules rules) {
        this.rules = rules;
    }

    JWKSource<SecurityContext> kept() {
        return JWKSourceBuilder.create(this)
                .cache(KEPT.toMillis(), 2 * WAIT_MILLIS)
                .refreshAheadCache(false) // it needs a thread, and Lambda lets no thread run between calls
                .rateLimited(PAUSE.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    /** Whether the issuer has ever been reached. */
    boolean areKnown() {
        return fetched;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        var location = rules.keys().isPresent() ? rules.keys().get() : discovered();
        try {
            var keys = new URLBasedJWKSetSource<>(location.toURL(), http).getJWKSet(refresh, now, context);
            fetched = true;
            return new JWKSet(
                    keys.getKeys().stream().filter(IssuerKeys::isStrong).toList());
        } catch (IOException noUrl) {
            throw new JWKSetRetrievalException(location + " is not a URL", noUrl);
        }
    }

    private static boolean isStrong(JWK key) {
        return !(key instanceof RSAKey rsa) || rsa.size() >= RSA_BITS_MIN;
    }

    private URI discovered() throws JWKSetRetrievalException {
        var location = rules.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
        try {
            var configuration = JSONObjectUtils.parse(
                    http.retrieveResource(safe(URI.create(location)).toURL()).getContent());
            if (!rules.issuer().equals(configuration.get("issuer"))) {
                throw new JWKSetRetrievalException(location + " names another issuer", null);
            }
            var keys = JSONObjectUtils.getURI(configuration, "jwks_uri");
            if (keys == null) {
                throw new JWKSetRetrievalException(location + " has no jwks_uri", null);
            }
            return safe(keys);
        } catch (IOException | ParseException | RuntimeException unusable) {
            throw new JWKSetRetrievalException(
                    location + " gives no jwks_uri that can be used: " + reason(unusable), unusable);
        }
    }

    /** What Java says of it. Some of its exceptions say nothing: then their name, such as ConnectException. */
    static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : failure.getMessage();
    }

    /** Keys must come over HTTPS, or anybody could send them. HTTP is allowed to this machine only, for local runs. */
    static URI safe(URI keys) {
        if (!"https".equals(keys.getScheme())
                && !("http".equals(keys.getScheme()) && THIS_MACHINE.contains(keys.getHost()))) {
            throw new IllegalStateException(keys + " doesn't begin with https://");
        }
        return keys;
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
