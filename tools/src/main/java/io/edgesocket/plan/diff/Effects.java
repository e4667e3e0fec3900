package io.edgesocket.plan.diff;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.diff.Effect.Kind;
import io.edgesocket.plan.diff.PropertyChange.AlteredJson;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what has downtime, changes an address, or opens access. What else concerns security is listed as such, but whether
 * it opens or closes something, as with a policy, only a reader can tell. Two stacks side by side have no effects.
 */
public final class Effects {
    private static final String API = "aws:apigatewayv2/api:Api";
    private static final String STAGE = "aws:apigatewayv2/stage:Stage";
    private static final String ROUTE = "aws:apigatewayv2/route:Route";
    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    private static final String RECORD = "aws:route53/record:Record";
    private static final String DOMAIN = "aws:apigatewayv2/domainName:DomainName";

    /** Which clients come through, and what becomes of their address when it is another one. */
    private static final Map<String, String> ENTRIES = Map.of(
            API, "its address in execute-api has the API's id",
            STAGE, "its name is the path of the API's address",
            DISTRIBUTION, "its address in cloudfront.net is another one",
            RECORD, "its name is what clients look up",
            DOMAIN, "its target in execute-api is another one");

    private static final Set<String> REFUSING = Set.of(
            "aws:apigatewayv2/authorizer:Authorizer",
            "aws:wafv2/webAcl:WebAcl",
            "aws:wafv2/webAclAssociation:WebAclAssociation");

    private final PlanDiff diff;
    private final Impact impact;

    private Effects(PlanDiff diff) {
        this.diff = diff;
        this.impact = new Impact(diff);
    }

    public static List<Effect> of(PlanDiff diff) {
        if (!diff.isOneStack()) {
            return List.of();
        }
        var effects = new Effects(diff);
        return Stream.of(
                        diff.resources().stream().flatMap(effects::of),
                        diff.consequences().stream()
                                .filter(Consequence::isReplaced)
                                .flatMap(consequence -> effects.replaced(consequence.resource())),
                        diff.outputs().stream().flatMap(Effects::output))
                .flatMap(found -> found)
                .distinct()
                .sorted(comparing(Effect::kind))
                .toList();
    }

    private Stream<Effect> of(ResourceChange change) {
        if (change instanceof Deleted) {
            return deleted(change.resource());
        }
        if (!(change instanceof Changed changed)) {
            return Stream.of();
        }
        var replaced = impact.replaces(changed) ? replaced(changed) : Stream.<Effect>of();
        var each = changed.inputs().stream()
                .filter(input -> !impact.isIgnored(changed, input))
                .flatMap(input -> parts(input).flatMap(part -> input(changed.resource(), part)));
        return Stream.concat(replaced, each);
    }

    private static Stream<PropertyChange> parts(PropertyChange input) {
        return input instanceof AlteredJson json ? json.inside().stream() : Stream.of(input);
    }

    private static Stream<Effect> deleted(PlannedResource resource) {
        var name = resource.name();
        if (REFUSING.contains(resource.type())) {
            return Stream.of(new Effect(Kind.ACCESS, name, "is deleted, and refuses nobody any more"));
        }
        if (resource.type().equals(ROUTE)) {
            return Stream.of(new Effect(
                    Kind.DOWNTIME, name, "is deleted: messages for it go to $default, or are answered with an error"));
        }
        return ENTRIES.containsKey(resource.type()) && !resource.retainOnDelete()
                ? Stream.of(new Effect(Kind.DOWNTIME, name, "is deleted, and clients come through it"))
                : Stream.of();
    }

    private Stream<Effect> replaced(Changed changed) {
        var first = changed.resource().deleteBeforeReplace() || changed.before().deleteBeforeReplace()
                ? Stream.of(new Effect(
                        Kind.DOWNTIME, changed.resource().name(), "is deleted before the one in its place is there"))
                : Stream.<Effect>of();
        return Stream.concat(first, replaced(changed.resource()));
    }

    /** A replaced API, stage or distribution closes the connections that it has. */
    private Stream<Effect> replaced(PlannedResource resource) {
        var address = ENTRIES.get(resource.type());
        return address == null
                ? Stream.of()
                : Stream.of(
                        new Effect(Kind.DOWNTIME, resource.name(), "is replaced: connections through it end"),
                        new Effect(Kind.ADDRESS, resource.name(), "is replaced: " + address));
    }

    private static Stream<Effect> input(PlannedResource resource, PropertyChange input) {
        var name = resource.name();
        var path = input.path().toString();
        return switch (resource.type()) {
            case ROUTE -> route(name, path, input);
            case API ->
                path.equals("disableExecuteApiEndpoint") && is(input.earlier(), "true")
                        ? access(name, "answers at its execute-api address again")
                        : Stream.of();
            case DISTRIBUTION -> distribution(name, path, input);
            case "aws:wafv2/webAcl:WebAcl" ->
                path.matches("rules\\[\\d+\\]") && input.later().isEmpty() ? access(name, "loses a rule") : Stream.of();
            default -> Stream.of();
        };
    }

    private static Stream<Effect> route(String name, String path, PropertyChange input) {
        if (path.equals("authorizationType") && (input.later().isEmpty() || is(input.later(), "NONE"))) {
            return access(name, "asks nobody any more who they are");
        }
        return path.equals("apiKeyRequired") && is(input.earlier(), "true")
                ? access(name, "asks for no API key any more")
                : Stream.of();
    }

    private static Stream<Effect> distribution(String name, String path, PropertyChange input) {
        if (path.matches("aliases(\\[\\d+\\])?") && input.earlier().isPresent()) {
            return Stream.of(new Effect(Kind.ADDRESS, name, "no longer answers to " + text(input.earlier())));
        }
        if (path.equals("webAclId") && input.later().isEmpty()) {
            return access(name, "has no web ACL any more");
        }
        if (allowsAll(path, input)) {
            return access(name, "lets clients in without TLS");
        }
        return path.matches(".*(function|lambdaFunction)Associations(\\[\\d+\\])?")
                        && input.later().isEmpty()
                ? access(name, "runs a function less at the edge, which may have refused requests")
                : Stream.of();
    }

    private static boolean allowsAll(String path, PropertyChange input) {
        return path.endsWith("viewerProtocolPolicy")
                ? is(input.later(), "allow-all")
                : input.later()
                        .filter(value ->
                                value.findValuesAsText("viewerProtocolPolicy").contains("allow-all"))
                        .isPresent();
    }

    private static Stream<Effect> output(PropertyChange output) {
        return text(output.earlier()).matches("\"(wss|ws|https)://.*")
                ? Stream.of(new Effect(Kind.ADDRESS, output.path().toString(), "was " + text(output.earlier())))
                : Stream.of();
    }

    private static Stream<Effect> access(String name, String reason) {
        return Stream.of(new Effect(Kind.ACCESS, name, reason));
    }

    private static boolean is(Optional<JsonNode> value, String text) {
        return value.map(JsonNode::asText).filter(text::equals).isPresent();
    }

    private static String text(Optional<JsonNode> value) {
        return value.map(JsonNode::toString).orElse("");
    }
}
