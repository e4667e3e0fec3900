package io.edgesocket.components.domain;

import io.edgesocket.components.Problem;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Public hosted zones of Route 53 that exist, by their domain names. A name's records are made in the most specific of
 * them that holds it: those of {@code eu.chat.example.com} in {@code chat.example.com} rather than in
 * {@code example.com}. That is where resolvers look, if the one is delegated from the other.
 * <p>
 * A zone is looked up when a record is made in it. Route 53 may have several public zones of one name, of which at most
 * one is delegated to: the look-up by name fails then, and says so; {@link #withId} tells which is meant. A private zone is
 * refused, for nobody outside its networks would find the records. A dot at the end of a name is taken off.
 *
 * @param ids the ids of those that are told by one, by their names
 */
public record HostedZones(List<String> domainNames, Map<String, String> ids) {
    /** The id of a hosted zone. */
    public static final String ID = "[A-Z0-9]{1,32}";

    private static final Property PROPERTY = Property.of("hostedZone");
    private static final Pattern ID_PATTERN = Pattern.compile(ID);

    public HostedZones {
        domainNames = HostName.withoutFinalDots(domainNames);
        ids = ids.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        id -> HostName.withoutFinalDot(id.getKey()), Map.Entry::getValue, (first, second) -> second));
    }

    public HostedZones(List<String> domainNames) {
        this(domainNames, Map.of());
    }

    public static HostedZones of(String... domainNames) {
        return new HostedZones(List.of(domainNames));
    }

    /** These and another zone, which is found by its name. */
    public HostedZones and(String domainName) {
        var names = new ArrayList<>(domainNames);
        names.add(domainName);
        return new HostedZones(names, ids);
    }

    /**
     * These and another zone, which is told by its id: of several public zones of one name, the one that is meant.
     *
     * @param id such as {@code Z0123456789ABCDEFGHIJ}
     */
    public HostedZones withId(String domainName, String id) {
        var all = new HashMap<>(ids);
        all.put(HostName.withoutFinalDot(domainName), id);
        return new HostedZones(and(domainName).domainNames, all);
    }

    /** Those of them that hold one of these names. */
    public HostedZones forNames(List<String> names) {
        var holding = names.stream().flatMap(name -> holding(name).stream()).toList();
        return only(holding::contains);
    }

    /** All but those which hold one of these names and none of the others. */
    public HostedZones without(List<String> names, List<String> others) {
        var left = forNames(others).domainNames;
        var gone = forNames(names).domainNames;
        return only(zone -> left.contains(zone) || !gone.contains(zone));
    }

    private HostedZones only(Predicate<String> which) {
        return new HostedZones(
                domainNames.stream().filter(which).toList(),
                ids.entrySet().stream()
                        .filter(id -> which.test(id.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The id of a zone, if it is told by one. */
    Optional<String> id(String domainName) {
        return Optional.ofNullable(ids.get(domainName));
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
        ids.forEach((zone, id) -> problems.unless(
                ID_PATTERN.matcher(id).matches(),
                PROPERTY,
                "id \"" + id + "\" of " + zone,
                "the id alone, such as Z0123456789ABCDEFGHIJ: at most 32 capital letters and digits"));
    }

    /** The zone that a name belongs to, or that its wildcard does. */
    Optional<String> holding(String name) {
        var host = HostName.withoutWildcard(HostName.withoutFinalDot(name));
        return domainNames.stream()
                .filter(zone -> host.equals(zone) || host.endsWith("." + zone))
                .max(Comparator.comparingInt(String::length));
    }
}
