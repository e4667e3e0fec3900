package io.edgesocket.components.domain;

import io.edgesocket.components.Problem;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Public hosted zones of Route 53 that exist, by their domain names. A name's records are made in the most specific of
 * them that holds it: those of {@code eu.chat.example.com} in {@code chat.example.com} rather than in
 * {@code example.com}. That is where resolvers look, if the one is delegated from the other.
 * <p>
 * A zone is looked up when a record is made in it. Route 53 may have several public zones of one name, of which at most
 * one is delegated to: the look-up fails then, and says so.
 */
public record HostedZones(List<String> domainNames) {
    private static final Property PROPERTY = Property.of("hostedZone");

    public HostedZones {
        domainNames = List.copyOf(domainNames);
    }

    public static HostedZones of(String... domainNames) {
        return new HostedZones(List.of(domainNames));
    }

    /** What is wrong with making records of these names here; nothing if each zone holds one, and each name is held. */
    public List<Problem> problems(List<String> names) {
        var problems = new Problems();
        check(problems, names);
        return problems.found();
    }

    void check(Problems problems, List<String> names) {
        problems.unless(!domainNames.isEmpty(), PROPERTY, "none", "the domain name of the zone that the names lie in");
        checkZones(problems);
        if (!domainNames.isEmpty()) {
            names.forEach(name -> problems.unless(
                    holding(name).isPresent(),
                    "names",
                    '"' + name + '"',
                    "it lies in none of the hosted zones " + String.join(", ", domainNames)
                            + ": add the one that holds it"));
        }
        var used = names.stream().map(this::holding).flatMap(Optional::stream).toList();
        domainNames.forEach(zone -> problems.unless(
                used.contains(zone),
                PROPERTY,
                zone,
                "no name belongs to it: leave it out; a name belongs to the most specific zone that holds it"));
    }

    private void checkZones(Problems problems) {
        var seen = new HashSet<String>();
        for (var zone : domainNames) {
            problems.unless(
                    HostName.isValid(zone),
                    PROPERTY,
                    '"' + zone + '"',
                    "a zone's domain name in lower case, as in example.com");
            problems.unless(seen.add(zone), PROPERTY, zone + " twice", "give each once");
        }
    }

    /** The zone that a name belongs to, or that its wildcard does. */
    Optional<String> holding(String name) {
        var host = HostName.withoutWildcard(name);
        return domainNames.stream()
                .filter(zone -> host.equals(zone) || host.endsWith("." + zone))
                .max(Comparator.comparingInt(String::length));
    }
}
