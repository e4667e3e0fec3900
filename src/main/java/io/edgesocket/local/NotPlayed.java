package io.edgesocket.local;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.edgesocket.local.functions.LocalFunction;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is registered but not played: whole types of resources, and what CloudFront says of its own. */
final class NotPlayed {
    /** What some part of the local run reads; whether all of it is played is that part's to say. */
    private static final Set<String> READ = Set.of(
            "aws:apigatewayv2/api:Api", "aws:apigatewayv2/authorizer:Authorizer",
            "aws:apigatewayv2/deployment:Deployment", "aws:apigatewayv2/integration:Integration",
            "aws:apigatewayv2/integrationResponse:IntegrationResponse", "aws:apigatewayv2/model:Model",
            "aws:apigatewayv2/route:Route", "aws:apigatewayv2/routeResponse:RouteResponse",
            "aws:apigatewayv2/stage:Stage", "aws:apigateway/apiKey:ApiKey", "aws:apigateway/usagePlan:UsagePlan",
            "aws:apigateway/usagePlanKey:UsagePlanKey", "aws:cloudfront/distribution:Distribution",
            "aws:cloudfront/function:Function", "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
            "aws:lambda/function:Function", "aws:lambda/permission:Permission");

    private NotPlayed() {}

    /** A line a type, with the names; then what the functions and CloudFront leave out of what they play. */
    static List<String> of(PlayedStack stack, Collection<LocalFunction> functions, List<String> ofCloudFront) {
        var names = stack.resources().stream()
                .filter(resource -> !READ.contains(resource.type()))
                .collect(groupingBy(PlayedResource::type, TreeMap::new, mapping(PlayedResource::name, joining(", "))));
        var ofFunctions = functions.stream().filter(function -> !function.notPlayed().isEmpty())
                .map(function -> function.name() + ": " + String.join(", ", function.notPlayed()));
        return Stream.of(
                names.entrySet().stream().map(entry -> shortType(entry.getKey()) + ": " + entry.getValue()),
                ofFunctions,
                ofCloudFront.stream()).flatMap(lines -> lines).toList();
    }

    /** {@code iam Role} of {@code aws:iam/role:Role}. */
    private static String shortType(String type) {
        return type.replaceFirst("^[^:]*:([^/:]*).*:", "$1 ");
    }
}
