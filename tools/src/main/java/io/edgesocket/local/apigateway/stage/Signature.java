package io.edgesocket.local.apigateway.stage;

import java.util.Optional;

/** The signature of a request, from its header or its query string. Whether it is valid is not checked. */
public record Signature(String algorithm, String credential) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SCOPE = "/execute-api/aws4_request";

    static Signature of(ConnectRequest request) {
        var query = QueryString.parse(request.query());
        return request.header("Authorization")
                .map(Signature::parse)
                .orElseGet(() -> new Signature(
                        query.last("X-Amz-Algorithm").orElse(""),
                        query.last("X-Amz-Credential").orElse("")));
    }

    /** @param header {@code AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…} */
    public static Signature parse(String header) {
        var credential = header.replaceFirst("(?s)^.*\\bCredential=([^,\\s]*).*$", "$1");
        return new Signature(header.split("[\\s,]", 2)[0], credential);
    }

    /** Whose it is. */
    public String accessKey() {
        return credential.split("/", 2)[0];
    }

    /** Why API Gateway refuses it; empty if it accepts it. */
    public Optional<GatewayError> check() {
        if (!algorithm.equals(ALGORITHM)) {
            return Optional.of(GatewayError.UNSIGNED);
        }
        return credential.endsWith(SCOPE) ? Optional.empty() : Optional.of(GatewayError.WRONG_SERVICE);
    }
}
