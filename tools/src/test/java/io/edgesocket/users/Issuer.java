package io.edgesocket.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who signs tokens, with a key that is published on this machine. */
public final class Issuer implements AutoCloseable {
    public static final String NAME = "https://auth.example.com";
    public static final String AUDIENCE = "chat";

    /** What was asked for: the paths. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private volatile ECKey key = newKey("first");
    private volatile String published = new JWKSet(key).toString();
    private volatile String configuration = "";
    private volatile boolean down;

    private Issuer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    public static Issuer start() throws IOException {
        return new Issuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** Where its keys are. */
    public String keys() {
        return address() + "/jwks.json";
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ECKey key() {
        return key;
    }

    /** Signs with a new key from now on, and publishes it instead of the one before. */
    void rotate() {
        key = newKey("second");
        published = new JWKSet(key).toString();
    }

    /** Publishes something else than its keys. */
    void publish(String something) {
        published = something;
    }

    /** Tells under its own address, in the way of OpenID Connect, whose keys are where. */
    void tell(String issuer, String keys) {
        configuration = "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + keys + "\"}";
    }

    /** Tells so whose it is, but not where its keys are. */
    void tell(String issuer) {
        configuration = "{\"issuer\":\"" + issuer + "\"}";
    }

    void goDown() {
        down = true;
    }

    public String token() {
        return token(claims -> {});
    }

    /** A good token, but for what is changed. */
    String token(Consumer<JWTClaimsSet.Builder> changes) {
        return signed(key, changes);
    }

    /** Signed with a key that has an id of its own, whether it is published or not. */
    static String signed(ECKey key, Consumer<JWTClaimsSet.Builder> changes) {
        var claims = claims();
        changes.accept(claims);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject("ann")
                .expirationTime(in(600));
    }

    static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        var body = (exchange.getRequestURI().getPath().endsWith("openid-configuration") ? configuration : published)
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(down ? 503 : 200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
