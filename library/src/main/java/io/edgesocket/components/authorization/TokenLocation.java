package io.edgesocket.components.authorization;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;

/**
 * Where a client puts its token. Browsers can set no header on a WebSocket; what they can choose is the URL and the
 * subprotocols.
 */
public final class TokenLocation {
    private static final String SUBPROTOCOL_HEADER = "Sec-WebSocket-Protocol";

    private final String kind;
    private final String name;
    private final String identitySource;
    private final String variable;

    private TokenLocation(String kind, String name, String identitySource, String variable) {
        this.kind = kind;
        this.name = name;
        this.identitySource = identitySource;
        this.variable = variable;
    }

    /**
     * In the URL, {@code wss://…/?token=…}: for every kind of client. CloudFront's standard log has the query string in
     * it, unless the log's fields leave it out.
     */
    public static TokenLocation queryString(String name) {
        return new TokenLocation("queryString", name, "route.request.querystring." + name, "JWT_TOKEN_QUERY_STRING");
    }

    /**
     * Among the subprotocols, behind a name and a dot: {@code new WebSocket(url, ["chat", "jwt." + token])}. No log has
     * it. {@code $connect} must answer with the other one, which it finds as {@code subprotocol} in
     * {@code requestContext.authorizer}: clients give up a connection that chooses none.
     */
    public static TokenLocation subprotocol(String name) {
        return new TokenLocation(
                "subprotocol", name, "route.request.header." + SUBPROTOCOL_HEADER, "JWT_TOKEN_SUBPROTOCOL");
    }

    String name() {
        return name;
    }

    String identitySource() {
        return identitySource;
    }

    /** Tells the function. */
    String variable() {
        return variable;
    }

    void check(Problems problems) {
        problems.unless(
                name.matches(JwtLimits.PLACE),
                Property.of("token", kind),
                '"' + name + '"',
                "letters, digits, - and _");
    }
}
