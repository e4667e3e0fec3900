package io.edgesocket.components.authorization;

import io.edgesocket.components.functions.FunctionTarget;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Lambda function that lets clients connect, or not. It is asked once for each connection, at {@code $connect}: API
 * Gateway has no other authorization of WebSocket routes, and no JWT authorizer for them.
 *
 * @param name            names it in AWS; at most {@value FunctionTarget#NAME_MAX} letters, digits, {@code -} and
 *                        {@code _}
 * @param function        what decides; it answers with an IAM policy
 * @param identitySources what a client must send: if any is missing, API Gateway answers 401 without calling the
 *                        function. {@code route.request.header.X}, {@code route.request.querystring.X},
 *                        {@code stageVariables.X} or {@code context.X}. Browsers can't set headers on a WebSocket,
 *                        and a {@code WebSocketCdn} must forward what is asked for: {@code Authorization} it can't.
 * @param checksOriginKeys see {@link #checkingOriginKeys}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html">Lambda
 *     REQUEST authorizer functions</a>
 */
public record RequestAuthorizer(
        String name, FunctionTarget function, List<String> identitySources, boolean checksOriginKeys) {
    public RequestAuthorizer {
        identitySources = List.copyOf(identitySources);
    }

    /** An authorizer that needs all the given identity sources; with none it is asked about every connection. */
    public static RequestAuthorizer of(String name, FunctionTarget function, String... identitySources) {
        return new RequestAuthorizer(name, function, List.of(identitySources), false);
    }

    /**
     * Says that its function also compares a header with the keys of an {@link OriginGuard}, where it finds
     * {@value OriginGuard#HEADER_VARIABLE} and {@value OriginGuard#KEYS_VARIABLE} in its environment; the guard sets
     * them. The handlers in {@code io.edgesocket.users} do it. Default: it doesn't.
     */
    public RequestAuthorizer checkingOriginKeys() {
        return new RequestAuthorizer(name, function, identitySources, true);
    }

    /** The same, by another function and for clients that send this as well. */
    RequestAuthorizer with(FunctionTarget other, String identitySource) {
        var sources = Stream.concat(Stream.of(identitySource), identitySources.stream())
                .toList();
        return new RequestAuthorizer(name, other, sources, checksOriginKeys);
    }
}
