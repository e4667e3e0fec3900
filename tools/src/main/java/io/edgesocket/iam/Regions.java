package io.edgesocket.iam;

import static java.util.stream.Collectors.toMap;

import io.edgesocket.engine.Registration;
import io.edgesocket.engine.Value;
import java.util.List;
import java.util.Map;

/** Where a stack's resources are: its region, or that of the provider that the program gave them. */
record Regions(Map<String, String> ofProviders, String ofStack) {
    Regions(List<Registration> resources, String ofStack) {
        this(
                resources.stream()
                        .filter(resource -> resource.type().startsWith("pulumi:providers:"))
                        .collect(toMap(Registration::urn, provider -> region(provider, ofStack))),
                ofStack);
    }

    /** From major version 7 of the provider on, a resource may name its own. */
    String of(Registration resource) {
        return region(resource, ofProviders.getOrDefault(resource.provider(), ofStack));
    }

    private static String region(Registration resource, String otherwise) {
        return resource.inputs().values().get("region") instanceof Value.Text region ? region.asGiven() : otherwise;
    }
}
