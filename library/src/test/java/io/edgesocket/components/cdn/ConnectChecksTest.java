package io.edgesocket.components.cdn;

import static io.edgesocket.components.api.RecordedApi.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.Problem;
import io.edgesocket.components.api.RecordedApi;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketApiArgs.ApiKeySource;
import io.edgesocket.components.authorization.RequestAuthorizer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A CDN that doesn't forward what {@code $connect} of its API asks for would turn every client away. */
class ConnectChecksTest {
    private static final WebSocketApi TOKEN_IN_HEADER = guarded("route.request.header.x-token");
    private static final WebSocketApi TOKEN_IN_QUERY = guarded("route.request.querystring.token");

    @Test
    void a_header_that_an_authorizer_needs_must_be_forwarded() {
        assertThat(problems(TOKEN_IN_HEADER, cdn -> cdn))
                .containsExactly(
                        "headers: without x-token, which $connect of origin needs; API Gateway would answer 401 to every client: "
                                + "add it, or let CloudFront send it as a header of that origin");
        assertThat(problems(TOKEN_IN_HEADER, cdn -> cdn.headers(List.of("X-Token"))))
                .isEmpty();
    }

    @Test
    void a_header_that_cloudfront_adds_need_not_be_forwarded() {
        assertThat(problems(
                        TOKEN_IN_HEADER,
                        cdn -> cdn.origin(WebSocketOrigin.of(TOKEN_IN_HEADER).header("X-Token", "t"))))
                .isEmpty();
    }

    @Test
    void a_header_that_is_never_forwarded_can_not_be_needed() {
        assertThat(problems(guarded("route.request.header.Authorization"), cdn -> cdn))
                .containsExactly(
                        "headers: without Authorization, which $connect of origin needs; API Gateway would answer 401 to every "
                                + "client: $connect can't ask for it, CloudFront takes it in no origin request policy; send a token in "
                                + "the query string");
    }

    @Test
    void headers_of_the_handshake_and_of_cloudfront_are_there_anyway() {
        assertThat(problems(
                        guarded(
                                "route.request.header.Sec-WebSocket-Protocol",
                                "route.request.header.Host",
                                "route.request.header.X-Forwarded-For"),
                        cdn -> cdn))
                .isEmpty();
    }

    @Test
    void a_query_string_that_an_authorizer_needs_must_be_forwarded() {
        assertThat(problems(TOKEN_IN_QUERY, cdn -> cdn.queryStrings(QueryStrings.none())))
                .containsExactly(
                        "queryStrings: without token, which $connect of origin needs; API Gateway would answer 401 to every client: "
                                + "add it, or forward all");
        assertThat(problems(TOKEN_IN_QUERY, cdn -> cdn.queryStrings(QueryStrings.only(List.of("Token")))))
                .hasSize(1);
        assertThat(problems(TOKEN_IN_QUERY, cdn -> cdn.queryStrings(QueryStrings.only(List.of("token")))))
                .isEmpty();
        assertThat(problems(TOKEN_IN_QUERY, cdn -> cdn)).isEmpty();
    }

    @Test
    void what_no_client_sends_need_not_be_forwarded() {
        assertThat(problems(
                        guarded("stageVariables.key", "context.apiId"), cdn -> cdn.queryStrings(QueryStrings.none())))
                .isEmpty();
    }

    @Test
    void an_api_key_must_reach_the_api() {
        var api = api(route -> route.requiringApiKey(), args -> args);

        assertThat(problems(api, cdn -> cdn))
                .containsExactly(
                        "headers: without x-api-key, which $connect of origin needs; API Gateway would answer 403 to every client: "
                                + "add it, or let CloudFront send it as a header of that origin");
        assertThat(problems(api, cdn -> cdn.origin(WebSocketOrigin.of(api).header("x-api-key", "k"))))
                .isEmpty();
    }

    @Test
    void an_api_key_that_the_authorizer_gives_is_no_header() {
        assertThat(problems(
                        api(route -> route.requiringApiKey(), args -> args.apiKeySource(ApiKeySource.AUTHORIZER)),
                        cdn -> cdn))
                .isEmpty();
    }

    @Test
    void a_signature_travels_in_the_query_string() {
        var api = api(route -> route.requiringIam(), args -> args);

        assertThat(problems(api, cdn -> cdn.queryStrings(QueryStrings.none())))
                .containsExactly(
                        "queryStrings: without X-Amz-Signature, which $connect of origin needs; API Gateway would answer 403 to "
                                + "every client: add it, or forward all");
        assertThat(problems(api, cdn -> cdn)).isEmpty();
    }

    @Test
    void the_apis_of_paths_have_needs_too() {
        assertThat(problems(guarded(), cdn -> cdn.path("/orders", WebSocketOrigin.of(TOKEN_IN_HEADER))))
                .singleElement()
                .asString()
                .startsWith("headers: without x-token, which $connect of paths./orders needs; ");
    }

    @Test
    void code_at_origin_request_may_add_what_is_needed() {
        assertThat(problems(
                        TOKEN_IN_HEADER,
                        cdn -> cdn.edge(EdgeAttachment.lambda(
                                EdgeEvent.ORIGIN_REQUEST, "arn:aws:lambda:us-east-1:123456789012:function:guard:3"))))
                .isEmpty();
    }

    private static WebSocketApi guarded(String... identitySources) {
        var guard = RequestAuthorizer.of("guard", function("guard"), identitySources);
        return api(route -> route.requiring(guard), args -> args);
    }

    private static WebSocketApi api(UnaryOperator<Route> connect, UnaryOperator<WebSocketApiArgs.Builder> change) {
        return RecordedApi.of(change.apply(WebSocketApiArgs.builder().route("$connect", connect.apply(Route.mock()))))
                .api();
    }

    private static List<String> problems(WebSocketApi api, UnaryOperator<WebSocketCdnArgs.Builder> change) {
        return change.apply(WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api))).build().problems("cdn").stream()
                .map(Problem::toString)
                .toList();
    }
}
