package io.edgesocket.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.edgesocket.engine.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a reference names a resource: by its name where that is unique in the plan, by {@code type::name} otherwise. */
final class ReferenceNames {
    private final Map<String, Registration> byUrn;
    private final Map<String, Long> uses;

    ReferenceNames(List<Registration> resources) {
        byUrn = resources.stream().collect(Collectors.toMap(Registration::urn, Function.identity()));
        uses = resources.stream().filter(Registration::custom).collect(groupingBy(Registration::name, counting()));
    }

    String of(String urn) {
        var resource = byUrn.get(urn);
        return uses.getOrDefault(resource.name(), 0L) > 1
                ? resource.type() + "::" + resource.name()
                : resource.name();
    }

    /** The package of the default provider as it is, an explicit provider by its name. */
    String provider(String provider) {
        return byUrn.containsKey(provider) ? byUrn.get(provider).name() : provider;
    }
}
