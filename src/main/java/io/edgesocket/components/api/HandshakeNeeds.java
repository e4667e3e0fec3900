package io.edgesocket.components.api;

import static io.edgesocket.components.api.Access.Authorization.AWS_IAM;

import io.edgesocket.components.api.WebSocketApiArgs.ApiKeySource;
import io.edgesocket.components.cdn.ForwardedHeaders;
import io.edgesocket.components.cdn.OriginHeaders;
import io.edgesocket.components.cdn.QueryStrings;
import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code $connect} of an API must find in a handshake. CloudFront passes on what it is told to and nothing else, so
 * where one of these isn't forwarded, no client ever connects.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html">Lambda
 *     REQUEST authorizer functions</a>
 */
public record HandshakeNeeds(List<Need> all) {
    public static final HandshakeNeeds NONE = new HandshakeNeeds(List.of());

    private static final String HEADER = "route.request.header.";
    private static final String QUERY_STRING = "route.request.querystring.";

    /** What CloudFront and API Gateway write themselves. */
    private static final Set<String> ALWAYS_SENT = Set.of(
            "host",
            "user-agent",
            "connection",
            "upgrade",
            "via",
            "x-amz-cf-id",
            "x-amzn-trace-id",
            "x-forwarded-for",
            "x-forwarded-port",
            "x-forwarded-proto");

    /**
     * @param argument where the distribution is told to forward it
     * @param answer   what API Gateway says to a handshake without it
     */
    record Need(String argument, String name, int answer) {
        boolean isHeader() {
            return argument.equals("headers");
        }
    }

    static HandshakeNeeds of(WebSocketApiArgs api) {
        var connect =
                api.routes.stream().filter(WebSocketApiArgs.Entry::isConnect).map(WebSocketApiArgs.Entry::access);
        return new HandshakeNeeds(connect.flatMap(access -> of(access, keyIsHeader(api)))
                .distinct()
                .toList());
    }

    private static boolean keyIsHeader(WebSocketApiArgs api) {
        return api.apiKeySource.filter(source -> source != ApiKeySource.HEADER).isEmpty();
    }

    private static Stream<Need> of(Access access, boolean keyIsHeader) {
        var sources = access.authorizer().stream().flatMap(authorizer -> authorizer.identitySources().stream());
        var key = access.apiKey() && keyIsHeader
                ? Stream.of(new Need("headers", "x-api-key", 403))
                : Stream.<Need>empty();
        // A signature in the header Authorization can't pass; in the query string it can.
        var signature = access.authorization() == AWS_IAM
                ? Stream.of(new Need("queryStrings", "X-Amz-Signature", 403))
                : Stream.<Need>empty();
        return Stream.of(sources.flatMap(HandshakeNeeds::identity), key, signature)
                .flatMap(needs -> needs);
    }

    /** Stage variables and {@code context} are API Gateway's own. */
    private static Stream<Need> identity(String source) {
        if (source.startsWith(HEADER)) {
            return Stream.of(new Need("headers", source.substring(HEADER.length()), 401));
        }
        return source.startsWith(QUERY_STRING)
                ? Stream.of(new Need("queryStrings", source.substring(QUERY_STRING.length()), 401))
                : Stream.empty();
    }

    /** @param origin the argument that the API is given as, for messages */
    public void check(
            Problems problems,
            String origin,
            OriginHeaders added,
            ForwardedHeaders headers,
            QueryStrings queryStrings) {
        for (var need : all) {
            var met = need.isHeader()
                    ? isAlwaysSent(need.name()) || added.contains(need.name()) || headers.contains(need.name())
                    : queryStrings.contains(need.name());
            problems.unless(
                    met,
                    need.argument(),
                    "without " + need.name() + ", which $connect of " + origin + " needs",
                    "API Gateway would answer " + need.answer() + " to every client: " + howToMeet(need));
        }
    }

    private static boolean isAlwaysSent(String header) {
        return ALWAYS_SENT.contains(HeaderName.key(header));
    }

    private static String howToMeet(Need need) {
        if (!need.isHeader()) {
            return "add it, or forward all";
        }
        return ForwardedHeaders.refusal(need.name())
                .map(reason -> "$connect can't ask for it, " + reason)
                .orElse("add it, or let CloudFront send it as a header of that origin");
    }
}
