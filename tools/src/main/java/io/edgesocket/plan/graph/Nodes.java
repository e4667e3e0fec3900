package io.edgesocket.plan.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.graph.Node.Arrow;
import io.edgesocket.plan.graph.Node.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes the nodes of a plan's resources. */
final class Nodes {
    private final Plan plan;
    private final References references;
    private final List<Node> nodes = new ArrayList<>();

    private Nodes(Plan plan) {
        this.plan = plan;
        references = new References(plan);
    }

    static List<Node> of(Plan plan) {
        return new Nodes(plan).all();
    }

    private List<Node> all() {
        plan.resources().stream()
                .filter(PlannedResource::custom)
                .forEach(resource -> Kinds.of(resource).ifPresent(kind -> add(resource, kind)));
        return nodes;
    }

    private void add(PlannedResource resource, String kind) {
        var inputs = resource.inputs();
        switch (resource.type()) {
            case Kinds.DISTRIBUTION -> addDistribution(resource, kind);
            case Kinds.API ->
                add(resource, kind, resource.name(), fact(inputs, "protocolType"), partsOf(resource, Kinds.STAGE));
            case Kinds.STAGE -> add(resource, kind, named(resource, "name"), Stream.of(), routesOf(resource));
            case Kinds.ROUTE -> add(resource, kind, named(resource, "routeKey"), routeFacts(inputs), route(inputs));
            case Kinds.AUTHORIZER ->
                add(
                        resource,
                        kind,
                        resource.name(),
                        fact(inputs, "authorizerType"),
                        to(inputs.path("authorizerUri"), "", Kinds.FUNCTION));
            case Kinds.INTEGRATION -> addIntegration(resource, kind);
            case Kinds.DOMAIN_NAME -> add(resource, kind, named(resource, "domainName"), Stream.of(), mapped(resource));
            case Kinds.FUNCTION ->
                add(
                        resource,
                        kind,
                        resource.name(),
                        Stream.of("runtime", "handler", "imageUri").flatMap(input -> fact(inputs, input)),
                        behind(inputs));
            case Kinds.EDGE_FUNCTION -> add(resource, kind, resource.name(), fact(inputs, "runtime"), behind(inputs));
            default -> add(resource, kind, resource.name(), Stream.of(), Stream.of());
        }
    }

    private void add(PlannedResource resource, String kind, String name, Stream<String> facts, Stream<Arrow> next) {
        nodes.add(new Node(
                resource.urn(),
                kind,
                name,
                facts.toList(),
                Optional.of(new Resource(resource.urn(), resource.type(), resource.name())),
                resource.inputs(),
                next.distinct().toList()));
    }

    private void addDistribution(PlannedResource distribution, String kind) {
        var inputs = distribution.inputs();
        var behaviors = Stream.concat(
                        objects(inputs.path("orderedCacheBehaviors")), object(inputs.path("defaultCacheBehavior")))
                .toList();
        add(
                distribution,
                kind,
                distribution.name(),
                items(inputs.path("aliases")).map(JsonNode::asText),
                Stream.concat(
                        to(inputs.path("webAclId"), "", "aws:wafv2/webAcl:WebAcl"),
                        behaviors.stream().map(behavior -> new Arrow(behaviorId(distribution, behavior), ""))));
        behaviors.forEach(behavior -> addBehavior(distribution, behavior));
        objects(inputs.path("origins")).forEach(origin -> addOrigin(distribution, origin));
    }

    private void addBehavior(PlannedResource distribution, ObjectNode behavior) {
        var code = Stream.concat(
                        items(behavior.path("functionAssociations")),
                        items(behavior.path("lambdaFunctionAssociations")))
                .flatMap(each -> to(each, each.path("eventType").asText(), Kinds.EDGE_FUNCTION, Kinds.FUNCTION));
        var origins = originsOf(distribution, behavior.path("targetOriginId").asText())
                .map(origin -> new Arrow(originId(distribution, origin), ""));
        nodes.add(new Node(
                behaviorId(distribution, behavior),
                "behavior",
                pattern(behavior),
                fact(behavior, "viewerProtocolPolicy").toList(),
                Optional.empty(),
                behavior,
                Stream.concat(code, origins).distinct().toList()));
    }

    /** One, or those of a group, of which the second takes over when the first fails. */
    private static Stream<String> originsOf(PlannedResource distribution, String target) {
        var members = items(distribution.inputs().path("originGroups"))
                .filter(group -> group.path("originId").asText().equals(target))
                .flatMap(group -> items(group.path("members")))
                .map(member -> member.path("originId").asText())
                .toList();
        var known = objects(distribution.inputs().path("origins"))
                .map(origin -> origin.path("originId").asText())
                .toList();
        return (members.isEmpty() ? Stream.of(target) : members.stream()).filter(known::contains);
    }

    private void addOrigin(PlannedResource distribution, ObjectNode origin) {
        var domainName = origin.path("domainName");
        var own = plan.resources().stream()
                .filter(resource -> resource.type().equals(Kinds.DOMAIN_NAME))
                .filter(resource -> resource.inputs().path("domainName").equals(domainName));
        nodes.add(new Node(
                originId(distribution, origin.path("originId").asText()),
                "origin",
                origin.path("originId").asText(),
                List.of(domainName.asText() + origin.path("originPath").asText("")),
                Optional.empty(),
                origin,
                Stream.concat(own, references.in(domainName))
                        .filter(resource -> Kinds.of(resource).isPresent())
                        .map(resource -> new Arrow(resource.urn(), ""))
                        .distinct()
                        .toList()));
    }

    private static String behaviorId(PlannedResource distribution, ObjectNode behavior) {
        return distribution.urn() + "#behavior " + pattern(behavior);
    }

    private static String originId(PlannedResource distribution, String origin) {
        return distribution.urn() + "#origin " + origin;
    }

    /** The default behavior takes what no other takes. */
    private static String pattern(ObjectNode behavior) {
        return behavior.path("pathPattern").asText("*");
    }

    private void addIntegration(PlannedResource integration, String kind) {
        var inputs = integration.inputs().deepCopy();
        inputs.remove(List.of("apiId", "credentialsArn"));
        var next = Stream.concat(to(inputs.path("integrationUri"), "", Kinds.FUNCTION), behind(inputs))
                .toList();
        var uri = next.isEmpty() ? fact(inputs, "integrationUri") : Stream.<String>of();
        add(integration, kind, integration.name(), Stream.concat(fact(inputs, "integrationType"), uri), next.stream());
    }

    private Stream<Arrow> partsOf(PlannedResource api, String type) {
        return plan.resources().stream()
                .filter(resource -> resource.type().equals(type))
                .filter(resource -> references.isIn(resource.inputs().path("apiId"), api))
                .map(resource -> new Arrow(resource.urn(), ""));
    }

    private Stream<Arrow> routesOf(PlannedResource stage) {
        return references
                .in(stage.inputs().path("apiId"))
                .filter(api -> api.type().equals(Kinds.API))
                .flatMap(api -> partsOf(api, Kinds.ROUTE));
    }

    private Stream<Arrow> mapped(PlannedResource name) {
        return plan.resources().stream()
                .filter(resource -> resource.type().equals(Kinds.API_MAPPING))
                .filter(mapping -> references.isIn(mapping.inputs().path("domainName"), name))
                .flatMap(mapping -> to(mapping.inputs().path("apiId"), "", Kinds.API));
    }

    private static Stream<String> routeFacts(JsonNode inputs) {
        var type = inputs.path("authorizationType").asText("NONE");
        return Stream.concat(
                type.equals("NONE") ? Stream.of() : Stream.of("authorization " + type),
                inputs.path("apiKeyRequired").asBoolean() ? Stream.of("API key required") : Stream.of());
    }

    private Stream<Arrow> route(JsonNode inputs) {
        return Stream.concat(
                to(inputs.path("authorizerId"), "", Kinds.AUTHORIZER),
                to(inputs.path("target"), "", Kinds.INTEGRATION));
    }

    private Stream<Arrow> behind(JsonNode inputs) {
        return references.in(inputs).filter(Kinds::isBehind).map(resource -> new Arrow(resource.urn(), ""));
    }

    private Stream<Arrow> to(JsonNode input, String as, String... types) {
        return references
                .in(input)
                .filter(resource -> List.of(types).contains(resource.type()))
                .map(resource -> new Arrow(resource.urn(), as));
    }

    private static String named(PlannedResource resource, String input) {
        return resource.inputs().path(input).asText(resource.name());
    }

    private static Stream<String> fact(JsonNode inputs, String input) {
        return Stream.of(inputs.path(input).asText()).filter(text -> !text.isEmpty());
    }

    /** A list that is a secret as a whole has none. */
    private static Stream<ObjectNode> objects(JsonNode list) {
        return items(list).flatMap(Nodes::object);
    }

    private static Stream<ObjectNode> object(JsonNode value) {
        return value instanceof ObjectNode object ? Stream.of(object) : Stream.of();
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of();
    }
}
