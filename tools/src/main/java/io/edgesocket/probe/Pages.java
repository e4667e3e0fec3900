package io.edgesocket.probe;

/** Who says what must be so. */
final class Pages {
    static final String RFCS = "https://www.rfc-editor.org/";
    static final String CF_WEBSOCKETS = cloudFront("distribution-working-with.websockets");
    static final String CF_LIMITS = cloudFront("cloudfront-limits");
    static final String CF_IPV6 = cloudFront("cloudfront-enable-ipv6");
    static final String CF_ALIASES = cloudFront("CNAMEs");
    static final String CF_CERTIFICATES = cloudFront("cnames-and-https-requirements");
    static final String CF_TLS = cloudFront("secure-connections-supported-viewer-protocols-ciphers");
    static final String CF_VIEWERS_HTTPS = cloudFront("using-https-viewers-to-cloudfront");
    static final String CF_HEADERS = cloudFront("RequestAndResponseBehaviorCustomOrigin");
    static final String AG_CONNECT = apiGateway("apigateway-websocket-api-route-keys-connect-disconnect");
    static final String AG_ADDRESS = apiGateway("apigateway-how-to-call-websocket-api");
    static final String AG_QUOTAS = apiGateway("apigateway-execution-service-websocket-limits-table");
    static final String AG_AUTHORIZERS = apiGateway("apigateway-websocket-api-lambda-auth");
    static final String AG_KEYS = apiGateway("apigateway-websocket-api-setup-api-key");
    static final String RFC_HANDSHAKE = rfc6455("4.1");
    static final String RFC_FRAMES = rfc6455("5.2");
    static final String RFC_MESSAGES = rfc6455("5.4");
    static final String RFC_PONG = rfc6455("5.5.3");
    static final String RFC_CLOSE = rfc6455("5.5.1");
    static final String RFC_EXTENSIONS = rfc6455("9.1");

    private Pages() {}

    private static String cloudFront(String page) {
        return "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/" + page + ".html";
    }

    private static String apiGateway(String page) {
        return "https://docs.aws.amazon.com/apigateway/latest/developerguide/" + page + ".html";
    }

    private static String rfc6455(String section) {
        return RFCS + "rfc/rfc6455#section-" + section;
    }
}
