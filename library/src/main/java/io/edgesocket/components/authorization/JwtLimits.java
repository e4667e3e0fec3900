package io.edgesocket.components.authorization;

/** What the rules of a {@link JwtAuthorizer} may be. Where AWS has the same for HTTP APIs, as there. */
public final class JwtLimits {
    /**
     * Audiences of one issuer.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">Quotas of HTTP
     *     APIs</a>, where it is 50, which a function's environment has no room for
     */
    public static final int AUDIENCES_MAX = 10;
    /** Scopes that are asked for. */
    public static final int SCOPES_MAX = 10;
    /** How much the issuer's clock may differ, in seconds. */
    public static final int CLOCK_SKEW_MAX = 300;

    public static final int CLOCK_SKEW_DEFAULT = 60;

    /** An issuer, as an expression that Java and ECMAScript share: editors read it too. */
    public static final String ISSUER = "https://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\\s?#]*)?";
    /** Where keys are: encrypted, or on this machine. */
    public static final String KEYS =
            "(https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]+)?(/[^\\s#]*)?";
    /** An audience or a scope. */
    public static final String WORD = "[^\\s\\u0000-\\u001f]+";
    /** A query string's name, or what a subprotocol begins with. */
    public static final String PLACE = "[A-Za-z0-9_-]+";

    private JwtLimits() {}
}
