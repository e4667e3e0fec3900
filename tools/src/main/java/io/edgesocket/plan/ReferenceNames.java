package io.edgesocket.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.edgesocket.engine.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a reference names a resource: by its name if that is unique in the plan. Otherwise by {@code type::name}. If
 * that isn't unique either, by its parents' types as well, as in its URN.
 */
public final class ReferenceNames {
    private final Map<String, Subject> byUrn;
    private final Map<String, Long> uses;

    private ReferenceNames(List<Subject> subjects) {
        byUrn = subjects.stream().collect(toMap(Subject::urn, Function.identity(), (first, again) -> first));
        uses = subjects.stream()
                .filter(Subject::custom)
                .flatMap(subject -> Stream.of(subject.name(), subject.qualified()))
                .collect(groupingBy(Function.identity(), counting()));
    }

    static ReferenceNames of(List<Registration> resources) {
        return new ReferenceNames(resources.stream()
                .map(resource -> new Subject(resource.urn(), resource.type(), resource.name(), resource.custom()))
                .toList());
    }

    public static ReferenceNames of(Plan plan) {
        return new ReferenceNames(plan.resources().stream()
                .map(resource -> new Subject(resource.urn(), resource.type(), resource.name(), resource.custom()))
                .toList());
    }

    /** A look-up has no URN. Its function and argument name it: {@code getZone(example.com)}. */
    String of(String urn) {
        var subject = byUrn.get(urn);
        if (subject == null) {
            return urn;
        }
        return isUnique(subject.name()) ? subject.name() : qualified(urn);
    }

    public String qualified(String urn) {
        var subject = byUrn.get(urn);
        return isUnique(subject.qualified()) ? subject.qualified() : subject.withParents();
    }

    private boolean isUnique(String name) {
        return uses.getOrDefault(name, 0L) <= 1;
    }

    /** The name of each resource that a reference can name, by its URN. */
    public Map<String, String> all() {
        return byUrn.values().stream()
                .filter(Subject::custom)
                .collect(toMap(Subject::urn, subject -> of(subject.urn())));
    }

    /** The package, for the default provider; for an explicit provider, its name as in a reference. */
    String provider(String provider) {
        return byUrn.containsKey(provider) ? of(provider) : provider;
    }

    private record Subject(String urn, String type, String name, boolean custom) {
        String qualified() {
            return type + "::" + name;
        }

        /** The URN without its stack and project. */
        String withParents() {
            var types = urn.lastIndexOf("::", urn.length() - name.length() - "::".length() - 1);
            return types < 0 ? urn : urn.substring(types + "::".length());
        }
    }
}
