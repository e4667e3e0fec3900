package io.edgesocket.plan.graph;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.DISTRIBUTION;
import static io.edgesocket.plan.Plans.LOG_GROUP;
import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.dev;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.graph.Node.Arrow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackGraphTest {
    private static final Resource CHAT = Resource.of(API, "chat").with("{'protocolType': 'WEBSOCKET'}");
    private static final Resource STAGE =
            Resource.of("aws:apigatewayv2/stage:Stage", "chat-stage").with("{'apiId': '${chat.id}', 'name': 'live'}");
    private static final Resource PING = Resource.of(ROUTE, "chat-ping")
            .with("{'apiId': '${chat.id}', 'routeKey': 'ping', 'target': 'integrations/${ping-integration.id}',"
                    + "'authorizationType': 'CUSTOM', 'authorizerId': '${users.id}'}");
    private static final Resource INTEGRATION = Resource.of(
                    "aws:apigatewayv2/integration:Integration", "ping-integration")
            .with("{'apiId': '${chat.id}', 'integrationType': 'AWS_PROXY', 'integrationUri': '${ping.invokeArn}'}");
    private static final Resource USERS = Resource.of("aws:apigatewayv2/authorizer:Authorizer", "users")
            .with("{'authorizerType': 'REQUEST', 'authorizerUri': '${ping-alias.invokeArn}'}");
    private static final Resource ALIAS =
            Resource.of("aws:lambda/alias:Alias", "ping-alias").with("{'functionName': '${ping.name}'}");
    private static final Resource FUNCTION = Resource.of("aws:lambda/function:Function", "ping")
            .with(
                    "{'runtime': 'java21', 'environment': {'variables': {'TABLE': '${people.name}', 'LOG': '${log.name}'}}}");
    private static final Resource TABLE = Resource.of("aws:dynamodb/table:Table", "people");
    private static final Resource EDGE = Resource.of("aws:cloudfront/function:Function", "only-ours");
    private static final Resource CDN = Resource.of(DISTRIBUTION, "cdn")
            .with("{'aliases': ['chat.example.com'],"
                    + "'origins': [{'originId': 'default', 'domainName': '${chat.apiEndpoint*}', 'originPath': '/live'},"
                    + "{'originId': 'site', 'domainName': '${files.bucketRegionalDomainName}'}],"
                    + "'orderedCacheBehaviors': [{'pathPattern': '/site/*', 'targetOriginId': 'site'}],"
                    + "'defaultCacheBehavior': {'targetOriginId': 'default', 'viewerProtocolPolicy': 'https-only',"
                    + "'functionAssociations': [{'eventType': 'viewer-request', 'functionArn': '${only-ours.arn}'}]}}");
    private static final Resource BUCKET = Resource.of("aws:s3/bucket:Bucket", "files");

    private static final StackGraph GRAPH = StackGraph.of(dev(
            CHAT,
            STAGE,
            PING,
            INTEGRATION,
            USERS,
            ALIAS,
            FUNCTION,
            TABLE,
            EDGE,
            CDN,
            BUCKET,
            Resource.of(LOG_GROUP, "log")));

    @Test
    void the_way_begins_at_the_distribution_and_ends_at_what_functions_use() {
        assertThat(GRAPH.roots()).containsExactly(node("cdn").id());
        assertThat(next("cdn")).containsExactly("/site/*", "*");
        assertThat(next("*")).containsExactly("only-ours", "default");
        assertThat(next("default")).containsExactly("chat");
        assertThat(next("chat")).containsExactly("live");
        assertThat(next("live")).containsExactly("ping");
        assertThat(next("ping-integration")).containsExactly("ping");
        assertThat(next("/site/*")).containsExactly("site");
        assertThat(next("site")).containsExactly("files");
    }

    @Test
    void a_route_leads_to_its_authorizer_and_its_integration() {
        assertThat(node("route", "ping").next())
                .extracting(Arrow::to)
                .containsExactly(node("users").id(), node("ping-integration").id());
    }

    @Test
    void a_function_leads_to_the_tables_that_its_inputs_name_and_not_to_its_logs() {
        assertThat(node("function", "ping").next())
                .extracting(Arrow::to)
                .containsExactly(node("people").id());
    }

    @Test
    void in_the_place_of_an_alias_stands_its_function() {
        assertThat(node("users").next())
                .extracting(Arrow::to)
                .containsExactly(node("function", "ping").id());
        assertThat(GRAPH.nodes()).extracting(Node::name).doesNotContain("ping-alias", "log");
    }

    @Test
    void code_at_the_edge_is_told_with_its_event() {
        assertThat(node("*").next().get(0).as()).isEqualTo("viewer-request");
    }

    @Test
    void each_says_what_tells_it_from_others_of_its_kind() {
        assertThat(node("cdn").facts()).containsExactly("chat.example.com");
        assertThat(node("default").facts()).containsExactly("${chat.apiEndpoint*}/live");
        assertThat(node("route", "ping").facts()).containsExactly("authorization CUSTOM");
        assertThat(node("ping-integration").facts()).containsExactly("AWS_PROXY");
    }

    @Test
    void what_nothing_leads_to_stands_after_the_distributions() {
        var alone = Resource.of("aws:lambda/function:Function", "alone");
        var graph = StackGraph.of(dev(alone, CHAT, STAGE, CDN));
        assertThat(graph.roots()).extracting(id -> id.replaceFirst(".*::", "")).containsExactly("cdn", "alone");
    }

    @Test
    void both_origins_of_a_group_are_led_to() {
        var graph = StackGraph.of(dev(Resource.of(DISTRIBUTION, "cdn")
                .with("{'originGroups': [{'originId': 'two', 'members': [{'originId': 'a'}, {'originId': 'b'}]}],"
                        + "'origins': [{'originId': 'a', 'domainName': 'a.com'}, {'originId': 'b', 'domainName': 'b.com'}],"
                        + "'defaultCacheBehavior': {'targetOriginId': 'two'}}")));
        assertThat(graph.nodes().get(1).next())
                .extracting(arrow -> arrow.to().replaceFirst(".*#", ""))
                .containsExactly("origin a", "origin b");
    }

    @Test
    void the_domain_name_of_an_api_leads_to_the_api() {
        var graph = StackGraph.of(dev(
                CHAT,
                Resource.of("aws:apigatewayv2/domainName:DomainName", "name")
                        .with("{'domainName': 'origin.example.com'}"),
                Resource.of("aws:apigatewayv2/apiMapping:ApiMapping", "mapping")
                        .with("{'apiId': '${chat.id}', 'domainName': '${name.id}'}"),
                Resource.of(DISTRIBUTION, "cdn")
                        .with("{'origins': [{'originId': 'default', 'domainName': 'origin.example.com'}],"
                                + "'defaultCacheBehavior': {'targetOriginId': 'default'}}")));
        assertThat(graph.roots()).hasSize(1);
        assertThat(graph.nodes()).extracting(Node::kind).contains("domain name", "API");
    }

    private static List<String> next(String name) {
        return node(name).next().stream()
                .map(arrow -> GRAPH.nodes().stream()
                        .filter(node -> node.id().equals(arrow.to()))
                        .map(Node::name)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Node node(String name) {
        return nodes().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    private static Node node(String kind, String name) {
        return nodes().filter(node -> node.kind().equals(kind) && node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Node> nodes() {
        return GRAPH.nodes().stream();
    }
}
