package io.edgesocket.components.api;

import static io.edgesocket.components.authorization.RouteAuthorization.Authorization.AWS_IAM;

import io.edgesocket.components.api.WebSocketApiArgs.ApiKeySource;
import io.edgesocket.components.authorization.RouteAuthorization;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code $connect} of an API must find in a handshake. CloudFront passes on only what it is told to, so if one of these
 * isn't forwarded, no client can connect.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html">Lambda
 *     REQUEST authorizer functions</a>
 */
public record ConnectRequirements(List<Requirement> all) {
    public static final ConnectRequirements NONE = new ConnectRequirements(List.of());

    private static final String HEADER = "route.request.header.";
    private static final String QUERY_STRING = "route.request.querystring.";

    /**
     * @param part   where in a handshake it stands
     * @param answer what API Gateway says to a handshake without it
     */
    public record Requirement(Part part, String name, int answer) {}

    /** Where in a handshake something can stand. */
    public enum Part {
        HEADER,
        QUERY_STRING
    }

    static ConnectRequirements of(WebSocketApiArgs api) {
        var connect = api.routes.stream().filter(RoutesArgs.Entry::isConnect).map(RoutesArgs.Entry::access);
        return new ConnectRequirements(connect.flatMap(access -> of(access, keyIsHeader(api)))
                .distinct()
                .toList());
    }

    private static boolean keyIsHeader(WebSocketApiArgs api) {
        return api.apiKeySource.filter(source -> source != ApiKeySource.HEADER).isEmpty();
    }

    private static Stream<Requirement> of(RouteAuthorization access, boolean keyIsHeader) {
        var sources = access.authorizer().stream().flatMap(authorizer -> authorizer.identitySources().stream());
        var key = access.apiKey() && keyIsHeader
                ? Stream.of(new Requirement(Part.HEADER, "x-api-key", 403))
                : Stream.<Requirement>empty();
        // A signature in the header Authorization can't pass; in the query string it can.
        var signature = access.authorization() == AWS_IAM
                ? Stream.of(new Requirement(Part.QUERY_STRING, "X-Amz-Signature", 403))
                : Stream.<Requirement>empty();
        return Stream.of(sources.flatMap(ConnectRequirements::identity), key, signature)
                .flatMap(requirements -> requirements);
    }

    /** Stage variables and {@code context} are API Gateway's own. */
    private static Stream<Requirement> identity(String source) {
        if (source.startsWith(HEADER)) {
            return Stream.of(new Requirement(Part.HEADER, source.substring(HEADER.length()), 401));
        }
        return source.startsWith(QUERY_STRING)
                ? Stream.of(new Requirement(Part.QUERY_STRING, source.substring(QUERY_STRING.length()), 401))
                : Stream.empty();
    }
}
