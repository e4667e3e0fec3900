package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;

/**
 * Every way in which API Gateway refuses, with its own status and words. Where AWS doesn't document a WebSocket API's
 * words, they are those of the gateway responses of a REST API: {@link #PLAIN_GET}, {@link #EXPLICIT_DENY},
 * {@link #NOT_ALLOWED}, {@link #TIMEOUT} and {@link #NO_TEXT} have not been confirmed on AWS. Nor have the answers to what
 * is no HTTP request that it could read: {@link #MALFORMED}, {@link #RAW_QUERY}, {@link #LONG_URL},
 * {@link #LONG_HEADERS} and {@link #HTTP_VERSION}.
 */
public enum GatewayError {
    MALFORMED(Step.STAGE, 400, "Bad Request", "BadRequestException", "send an HTTP/1.1 request", ""),
    RAW_QUERY(
            Step.STAGE,
            400,
            "Bad Request",
            "BadRequestException",
            "percent-encode the query string, with encodeURIComponent in a browser: AWS says of REST APIs that they take no"
                    + " plain |, { and }, and nothing of WebSocket APIs",
            "api-gateway-known-issues.html"),
    LONG_URL(
            Step.STAGE,
            414,
            "Request-URI Too Long",
            "RequestTooLongException",
            "send less in the URL: it has at most 4,096 characters",
            "apigateway-execution-service-websocket-limits-table.html"),
    LONG_HEADERS(
            Step.STAGE,
            431,
            "Request Header Fields Too Large",
            "RequestTooLongException",
            "send fewer or shorter headers",
            ""),
    HTTP_VERSION(
            Step.STAGE,
            505,
            "HTTP Version Not Supported",
            "HttpVersionNotSupportedException",
            "send an HTTP/1.1 request",
            ""),
    FOREIGN_PAGE(Step.STAGE, 403, "Forbidden", "ForbiddenException", AllowedHosts.FIX, ""),
    UNKNOWN_HOST(
            Step.STAGE,
            403,
            "Forbidden",
            "ForbiddenException",
            "remove Host from the origin request policy (WebSocketCdn.headers): API Gateway finds an API by its own"
                    + " host name; here, on its own port, also by a path that begins with the stage",
            "apigateway-how-to-call-websocket-api.html"),
    DISABLED_ENDPOINT(
            Step.STAGE,
            403,
            "Forbidden",
            "ForbiddenException",
            "leave disableExecuteApiEndpoint out of the Api, unless the origin is a custom domain name of the API",
            "rest-api-disable-default-endpoint.html"),
    UNKNOWN_STAGE(
            Step.STAGE,
            403,
            "Forbidden",
            "ForbiddenException",
            "ask for /<stage>, with nothing after it: a WebSocket API has no paths",
            "apigateway-how-to-call-websocket-api.html"),
    UNKNOWN_MAPPING(
            Step.STAGE,
            403,
            "Forbidden",
            "ForbiddenException",
            "ask for the mapping's key, with nothing after it: a custom domain name has no stage in its path",
            "websocket-api-custom-domain-names.html"),
    NO_STAGE_HERE(
            Step.STAGE,
            403,
            "Forbidden",
            "ForbiddenException",
            "put the stage before it: API Gateway finds an API by its host name, this port by the path",
            "apigateway-how-to-call-websocket-api.html"),
    NOT_DEPLOYED(
            Step.STAGE,
            403,
            "Forbidden",
            "ForbiddenException",
            "give the Stage a deploymentId, or autoDeploy",
            "websocket-api-deployment.html"),
    PLAIN_GET(
            Step.STAGE,
            426,
            "Upgrade Required",
            "UpgradeRequiredException",
            "connect with a WebSocket client: it sends Upgrade: websocket",
            ""),
    BAD_HANDSHAKE(
            Step.STAGE,
            400,
            "Bad Request",
            "BadRequestException",
            "send Connection: Upgrade, Sec-WebSocket-Version: 13 and a Sec-WebSocket-Key; CloudFront forwards only what"
                    + " the origin request policy names",
            "apigateway-how-to-call-websocket-api.html"),
    /** What API Gateway answers is not documented. */
    HANDSHAKE_WITH_BODY(
            Step.STAGE,
            400,
            "Bad Request",
            "BadRequestException",
            "send neither Transfer-Encoding nor a Content-Length above 0 with a handshake",
            "apigateway-how-to-call-websocket-api.html"),
    UNSIGNED(
            Step.AUTHORIZER,
            403,
            "Missing Authentication Token",
            "MissingAuthenticationTokenException",
            "sign the request with Signature Version 4 for the service execute-api",
            "apigateway-websocket-control-access-iam.html"),
    WRONG_SERVICE(
            Step.AUTHORIZER,
            403,
            "Credential should be scoped to correct service: 'execute-api'. ",
            "InvalidSignatureException",
            "sign for the service execute-api",
            "apigateway-websocket-control-access-iam.html"),
    NO_IDENTITY(
            Step.AUTHORIZER,
            401,
            "Unauthorized",
            "UnauthorizedException",
            "send what the authorizer's identitySources name; through CloudFront, forward it too",
            "apigateway-websocket-api-lambda-auth.html"),
    NOT_AUTHENTICATED(
            Step.AUTHORIZER,
            401,
            "Unauthorized",
            "UnauthorizedException",
            "the authorizer threw \"Unauthorized\": look at what it checks",
            "apigateway-websocket-api-lambda-auth.html"),
    EXPLICIT_DENY(
            Step.AUTHORIZER,
            403,
            "Message",
            "User is not authorized to access this resource with an explicit deny",
            "AccessDeniedException",
            "the authorizer's policy denies: look at what it checks",
            "apigateway-websocket-api-lambda-auth.html"),
    NOT_ALLOWED(
            Step.AUTHORIZER,
            403,
            "Message",
            "User is not authorized to access this resource",
            "AccessDeniedException",
            "let the authorizer's policy allow the event's methodArn, which ends with"
                    + " /$connect: stage/*/* doesn't match it",
            "apigateway-websocket-api-lambda-auth.html"),
    AUTHORIZER_FAILED(
            Step.AUTHORIZER,
            500,
            "Internal server error",
            "AuthorizerConfigurationException",
            "let the authorizer return principalId and policyDocument; look at the function's log",
            "apigateway-websocket-api-lambda-auth.html"),
    NO_API_KEY(
            Step.API_KEY,
            403,
            "Forbidden",
            "ForbiddenException",
            "send x-api-key with an enabled key of a usage plan for this stage; CloudFront can add it as an origin"
                    + " header",
            "apigateway-websocket-api-route-keys-connect-disconnect.html"),
    PLAN_THROTTLED(
            Step.API_KEY,
            429,
            "Too Many Requests",
            "TooManyRequestsException",
            "raise throttleSettings of the UsagePlan, or connect less often",
            "api-gateway-request-throttling.html"),
    QUOTA_EXCEEDED(
            Step.API_KEY,
            429,
            "Limit Exceeded",
            "LimitExceededException",
            "raise quotaSettings of the UsagePlan; a new start of the local run counts anew",
            "api-gateway-api-usage-plans.html"),
    THROTTLED(
            Step.ROUTE,
            429,
            "Too Many Requests",
            "TooManyRequestsException",
            "raise throttlingRateLimit and throttlingBurstLimit of the stage or route, or send less",
            "websocket-api-protect.html"),
    NO_ROUTE(
            Step.ROUTE,
            403,
            "Forbidden",
            "ForbiddenException",
            "add a route for this key, or $default; a new route is served once a Deployment depends on it",
            "websocket-api-develop-routes.html"),
    BAD_BODY(
            Step.ROUTE,
            400,
            "Bad request body",
            "BadRequestException",
            "send what the route's model describes, or change the RequestModel",
            "websocket-api-request-validation.html"),
    NO_PERMISSION(
            Step.INTEGRATION,
            500,
            "Internal server error",
            "InternalServerErrorException",
            "add a lambda Permission for principal apigateway.amazonaws.com whose sourceArn covers this route",
            "apigateway-websocket-api-integrations.html"),
    BAD_INTEGRATION(
            Step.INTEGRATION,
            500,
            "Internal server error",
            "InternalServerErrorException",
            "look at the integration's inputs",
            "apigateway-websocket-api-integrations.html"),
    NO_TEMPLATE(
            Step.INTEGRATION,
            500,
            "Internal server error",
            "InternalServerErrorException",
            "add a request template for this key, or passthroughBehavior WHEN_NO_MATCH",
            "apigateway-websocket-api-integration-requests.html"),
    FUNCTION_FAILED(
            Step.INTEGRATION,
            502,
            "Internal server error",
            "InternalServerErrorException",
            "look at the function's log",
            "apigateway-websocket-api-integrations.html"),
    BAD_ANSWER(
            Step.INTEGRATION,
            502,
            "Internal server error",
            "InternalServerErrorException",
            "return {\"statusCode\": 200}, with body as a text if there is one",
            "apigateway-websocket-api-integration-responses.html"),
    WRONG_SUBPROTOCOL(
            Step.ANSWER,
            502,
            "Internal server error",
            "InternalServerErrorException",
            "return a Sec-WebSocket-Protocol that the client offered: with another one, clients drop the connection",
            "websocket-connect-route-subprotocol.html"),
    REPLY_TOO_LONG(
            Step.ANSWER,
            413,
            "Message too long",
            "PayloadTooLargeException",
            "send less than 128 KB at once",
            "limits.html"),
    TIMEOUT(
            Step.INTEGRATION,
            504,
            "Endpoint request timed out",
            "IntegrationTimeoutException",
            "answer sooner, or raise the integration's timeoutMilliseconds; 29 seconds is the most",
            "limits.html"),
    LATE_CALL(
            Step.MANAGEMENT,
            504,
            "Endpoint request timed out",
            "IntegrationTimeoutException",
            "send before the function answers: on Lambda nothing of an ended environment is sent any more",
            ""),
    GONE(
            Step.MANAGEMENT,
            410,
            "",
            "GoneException",
            "the client is gone, or not there yet: $connect must have answered before it can be sent anything",
            "apigateway-how-to-call-websocket-api-connections.html"),
    INVALID_CONNECTION_ID(
            Step.MANAGEMENT,
            400,
            "Invalid connectionId",
            "BadRequestException",
            "use the connectionId of a requestContext",
            "apigateway-how-to-call-websocket-api-connections.html"),
    UNKNOWN_METHOD(
            Step.MANAGEMENT,
            403,
            "Missing Authentication Token",
            "MissingAuthenticationTokenException",
            "use POST, GET or DELETE on /<stage>/@connections/<connectionId>",
            "apigateway-how-to-call-websocket-api-connections.html"),
    NO_TEXT(
            Step.MANAGEMENT,
            400,
            "Bad Request",
            "BadRequestException",
            "send text, Base64 for bytes: a client gets text frames",
            "apigateway-how-to-call-websocket-api-connections.html"),
    SLOW_CLIENT(
            Step.MANAGEMENT,
            429,
            "Too Many Requests",
            "LimitExceededException",
            "send less, or let the client read: 1 MiB waits for it already",
            "apigateway-how-to-call-websocket-api-connections.html"),
    CHOSEN_BY_INTEGRATION(
            Step.INTEGRATION,
            0,
            "",
            "",
            "the $connect integration answered with this status: a client connects with 2xx only",
            "apigateway-websocket-api-route-keys-connect-disconnect.html");

    private static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/";

    private final Step step;
    private final int status;
    private final String key;
    private final String message;
    private final String errorType;
    private final String fix;
    private final String page;

    GatewayError(Step step, int status, String message, String errorType, String fix, String page) {
        this(step, status, "message", message, errorType, fix, page);
    }

    GatewayError(Step step, int status, String key, String message, String errorType, String fix, String page) {
        this.step = step;
        this.status = status;
        this.key = key;
        this.message = message;
        this.errorType = errorType;
        this.fix = fix;
        this.page = page;
    }

    /** The step at which it happens. */
    public Step step() {
        return step;
    }

    public int status() {
        return status;
    }

    /** The header {@code x-amzn-ErrorType}. */
    public String errorType() {
        return errorType;
    }

    public String message() {
        return message;
    }

    /** What an HTTP answer holds. */
    public String body() {
        return message.isEmpty() ? "" : "{\"" + key + "\":\"" + message + "\"}";
    }

    /** What a connected client is sent instead of a reply. Both ids are words of letters, digits, - and =. */
    public String frame(String connectionId, String requestId) {
        return "{\"message\":\"" + message + "\",\"connectionId\":\"" + connectionId + "\",\"requestId\":\"" + requestId
                + "\"}";
    }

    /** @param because what was found */
    public Refusal refusal(String because) {
        return refusal(status, because);
    }

    /** For a status that the integration has chosen. */
    public Refusal refusal(int chosen, String because) {
        return new Refusal(chosen, because, fix, page.isEmpty() ? "" : GUIDE + page);
    }
}
