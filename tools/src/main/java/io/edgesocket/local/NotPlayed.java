package io.edgesocket.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.edgesocket.local.apigateway.Gateway;
import io.edgesocket.local.cloudfront.Edge;
import io.edgesocket.local.lambda.Functions;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is registered but not played: whole types of resources, and what each part says of its own. */
final class NotPlayed {
    private static final String TLS = "not needed, localhost counts as TLS";
    /** By type: why the local run needs no such resource. */
    private static final Map<String, String> NOT_NEEDED = Map.of(
            "aws:acm/certificate:Certificate",
            TLS,
            "aws:acm/certificateValidation:CertificateValidation",
            TLS,
            "aws:route53/record:Record",
            "not needed, a Host header says which name is meant",
            "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
            "not needed, every function is started ahead of its first call");
    /** They only watch the traffic and change nothing. A stack has many of them, so they are counted. */
    private static final Set<String> WATCHING = Set.of(
            "aws:cloudwatch/metricAlarm:MetricAlarm",
            "aws:cloudwatch/dashboard:Dashboard",
            "aws:cloudwatch/logDelivery:LogDelivery",
            "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
            "aws:cloudwatch/logDeliverySource:LogDeliverySource");

    private NotPlayed() {}

    /**
     * One line for each type, with the names; one line for all that only watch; then the lines of the functions, of
     * API Gateway and of CloudFront.
     *
     * @param playsElsewhere whether a resource is a bucket or a table that is played
     */
    static List<String> of(
            PlayedStack stack,
            Predicate<PlayedResource> playsElsewhere,
            Collection<LocalFunction> functions,
            List<String> ofApiGateway,
            List<String> ofCloudFront) {
        var names = stack.resources().stream()
                .filter(resource ->
                        !isPlayed(resource) && !playsElsewhere.test(resource) && !WATCHING.contains(resource.type()))
                .collect(groupingBy(PlayedResource::type, TreeMap::new, mapping(PlayedResource::name, joining(", "))));
        var ofFunctions = functions.stream()
                .filter(function -> !function.notPlayed().isEmpty())
                .map(function -> function.name() + ": " + String.join(", ", function.notPlayed()));
        return Stream.of(
                        names.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())),
                        watching(stack).stream(),
                        ofFunctions,
                        ofApiGateway.stream(),
                        ofCloudFront.stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static Optional<String> watching(PlayedStack stack) {
        var counts = stack.resources().stream()
                .map(PlayedResource::type)
                .filter(WATCHING::contains)
                .collect(groupingBy(NotPlayed::shortType, TreeMap::new, counting()));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(joining(", ", "", "; not needed, they only watch")));
    }

    private static String line(String type, String names) {
        var notNeeded = NOT_NEEDED.get(type);
        return shortType(type) + ": " + names + (notNeeded == null ? "" : "; " + notNeeded);
    }

    /** CloudFront's resources are listed by the edge itself; a provider is nothing to play. */
    private static boolean isPlayed(PlayedResource resource) {
        return resource.type().startsWith("pulumi:providers:")
                || Gateway.plays(resource)
                || Functions.PLAYED.contains(resource.type())
                || Edge.isOfCloudFront(resource);
    }

    /** {@code iam Role} of {@code aws:iam/role:Role}. */
    private static String shortType(String type) {
        return type.replaceFirst("^[^:]*:([^/:]*).*:", "$1 ");
    }
}
