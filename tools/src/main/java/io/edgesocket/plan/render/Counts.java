package io.edgesocket.plan.render;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.TypeName;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Counts the resources by AWS service. Components are counted separately: they exist only in the program. */
record Counts(int resources, int components, Map<String, Long> services) {

    static Counts of(List<PlannedResource> resources) {
        var held = resources.stream().filter(PlannedResource::custom).toList();
        return new Counts(
                held.size(),
                resources.size() - held.size(),
                held.stream()
                        .collect(groupingBy(
                                resource -> TypeName.of(resource.type()).service(), counting())));
    }

    /** {@code 31 resources in 4 components}. */
    String total() {
        return number(resources, "resource") + (components == 0 ? "" : " in " + number(components, "component"));
    }

    /** {@code 12 apigatewayv2, 6 lambda}: the most first. */
    String byService() {
        return byService(UnaryOperator.identity());
    }

    /** @param word how a service's name is written */
    String byService(UnaryOperator<String> word) {
        return services.entrySet().stream()
                .sorted(comparing(Map.Entry<String, Long>::getValue).reversed().thenComparing(Map.Entry::getKey))
                .map(service -> service.getValue() + " " + word.apply(service.getKey()))
                .collect(Collectors.joining(", "));
    }

    static String number(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
