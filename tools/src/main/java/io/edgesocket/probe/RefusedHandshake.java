package io.edgesocket.probe;

import io.edgesocket.probe.wire.HttpAnswer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a handshake gets no 101: who answered, and what is known to lead to such an answer. */
final class RefusedHandshake {
    /** CloudFront answers with an HTML page. Its sentences say enough. */
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private static final int SHOWN = 160;

    private RefusedHandshake() {}

    /** Status and words of the answer. */
    static String seen(HttpAnswer answer) {
        var words = TAG.matcher(answer.body())
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        var shown = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
        return answer.status() + (shown.isEmpty() ? "" : " " + shown);
    }

    static Diagnosis diagnosis(HttpAnswer answer, Target target) {
        return ofEdgeCode(answer)
                .or(() -> ofAnyone(answer, target))
                .or(() -> isFromApiGateway(answer) ? ofApiGateway(answer, target) : ofCloudFront(answer))
                .orElseGet(() -> new Diagnosis(
                        "the answer is none that CloudFront or API Gateway are known to give to a handshake",
                        "see with --wire what came, and look up who sent it"));
    }

    private static boolean isFromApiGateway(HttpAnswer answer) {
        return answer.header("x-amzn-ErrorType").isPresent()
                || answer.header("x-amzn-RequestId").isPresent()
                || answer.body().startsWith("{\"message\":");
    }

    /** Whether edge code or the API gave an answer, and not CloudFront itself. */
    static boolean isFromBehindTheEdge(HttpAnswer answer) {
        return isFromApiGateway(answer) || ofEdgeCode(answer).isPresent();
    }

    private static Optional<Diagnosis> ofEdgeCode(HttpAnswer answer) {
        var cache = answer.lower("X-Cache");
        if (cache.startsWith("functiongeneratedresponse") || cache.startsWith("lambdageneratedresponse")) {
            return diagnosed(
                    "edge code answered in the place of the API: X-Cache is \""
                            + answer.header("X-Cache").orElseThrow() + "\"",
                    "look at the function at viewer-request or origin-request; it may want a header, such as --header"
                            + " 'Origin: https://app.example.com'");
        }
        return Optional.empty();
    }

    private static Optional<Diagnosis> ofAnyone(HttpAnswer answer, Target target) {
        return switch (answer.status()) {
            case 401 ->
                target.offer().token().isEmpty()
                        ? diagnosed(
                                "who connects must say who he is, and no token was sent",
                                "give one with --token-env, and its place with --token-in")
                        : diagnosed(
                                "the token didn't reach the authorizer, or it is no good",
                                "have the origin request policy forward where it travels ("
                                        + target.offer().token().get()
                                        + "): the query string, or the header through AllViewerExceptHostHeader, as Authorization"
                                        + " can't be listed; and look when the token ends");
            case 200, 201, 204 -> diagnosed("a page answered: another origin has this path", otherPath(target));
            case 301, 302, 307, 308 ->
                diagnosed(
                        "the address leads on to " + answer.header("Location").orElse("nowhere")
                                + ", and a WebSocket client doesn't follow",
                        "connect with wss:// to the address where it leads");
            case 400, 426 ->
                diagnosed(
                        "the headers of the handshake don't reach the API: a proxy in between, or the origin request policy, drops"
                                + " them",
                        "have the policy forward Sec-WebSocket-Key, -Version, -Protocol, -Accept and -Extensions; CloudFront adds"
                                + " Upgrade and Connection itself");
            case 404 ->
                diagnosed(
                        "there is nothing at this path, and it is no WebSocket API that says so",
                        "look at the address's path, and at the distribution's behaviors");
            case 413 ->
                diagnosed(
                        "the handshake is longer than CloudFront takes: 20,480 bytes, and 8,192 for the URL",
                        "shorten the token, or send fewer headers");
            case 429 ->
                diagnosed(
                        "more handshakes come than the stage's throttling or the account's quota allows",
                        "raise edgesocket:stage.throttling, or ask AWS for a higher quota");
            default -> Optional.empty();
        };
    }

    private static String otherPath(Target target) {
        var paths = target.expected().paths();
        return paths.isEmpty()
                ? "look at the order of the distribution's behaviors, and at the address's path"
                : "give the address with the stack's path: " + target.at(paths.get(0));
    }

    private static Optional<Diagnosis> ofApiGateway(HttpAnswer answer, Target target) {
        return switch (answer.status()) {
            case 403 -> forbidden(target);
            case 500 ->
                diagnosed(
                        "the integration of $connect, or the authorizer, fails or may not be called",
                        "look at its log, and whether API Gateway has the right to call it");
            case 502 ->
                diagnosed(
                        "the function of $connect threw an exception, or answered without a statusCode",
                        "look at its log");
            case 504 ->
                diagnosed(
                        "the integration of $connect takes longer than its timeout, of at most 29 seconds",
                        "look at its log; a cold start and a slow call together may take as long");
            default -> Optional.empty();
        };
    }

    private static Optional<Diagnosis> forbidden(Target target) {
        if (!target.expected().cloudFront()) {
            return diagnosed(
                    "the stage is missing in the path, the address has more after it, or the authorizer or the guard refuses",
                    "connect to wss://API.execute-api.REGION.amazonaws.com/STAGE, through CloudFront if it has a guard");
        }
        return diagnosed(
                "API Gateway refused: "
                        + (target.path().isEmpty()
                                ? ""
                                : "the path " + target.path()
                                        + " reaches it after the stage, and it has no paths of its own; or ")
                        + "CloudFront forwards the viewer's Host, by which API Gateway finds no API; or the authorizer "
                        + (target.offer().token().isEmpty() ? "or the guard refuses" : "denies this token"),
                (target.path().isEmpty() ? "" : "see that edge code strips the path's prefix, docs/paths.md; ")
                        + "have the origin request policy leave Host out (AllViewerExceptHostHeader, not AllViewer); see that"
                        + " the origin path is /STAGE, that CloudFront sends the guard's key, and that the authorizer's"
                        + " policy allows STAGE/$connect");
    }

    private static Optional<Diagnosis> ofCloudFront(HttpAnswer answer) {
        return switch (answer.status()) {
            case 403 ->
                diagnosed(
                        "CloudFront itself refused: a web ACL, a geographic restriction, or a name that is no alias of the"
                                + " distribution",
                        "look at the web ACL's log and the distribution's restrictions and aliases; without a User-Agent, AWS's"
                                + " managed rules refuse too");
            case 500, 503 ->
                diagnosed(
                        "edge code failed or is throttled",
                        "look at its log: that of Lambda@Edge is in the region of the location that served");
            case 502 ->
                diagnosed(
                        "CloudFront can't connect to the origin: its domain name is wrong, such as one with wss:// before it, or"
                                + " its certificate is for another name; or edge code gave an answer that isn't allowed",
                        "write the origin's domain without a scheme (API.execute-api.REGION.amazonaws.com), with protocol policy"
                                + " https-only");
            case 504 ->
                diagnosed(
                        "the origin gives no answer within the read timeout",
                        "raise edgesocket:cdn.readTimeout, or look why $connect takes so long");
            default -> Optional.empty();
        };
    }

    private static Optional<Diagnosis> diagnosed(String cause, String change) {
        return Optional.of(new Diagnosis(cause, change));
    }
}
