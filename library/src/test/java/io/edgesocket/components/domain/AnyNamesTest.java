package io.edgesocket.components.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.internal.HostName;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever names and zones there are, few enough labels for them to meet often. */
class AnyNamesTest {

    @Property
    void a_name_belongs_to_a_zone_that_it_ends_with_label_by_label(
            @ForAll("names") String name, @ForAll("zones") List<String> zones) {
        new HostedZones(zones).holding(name).ifPresent(zone -> {
            assertThat(zones).contains(zone);
            assertThat(labels(name)).endsWith(labels(zone).toArray(String[]::new));
        });
    }

    @Property
    void no_other_zone_that_holds_a_name_is_more_specific(
            @ForAll("names") String name, @ForAll("zones") List<String> zones) {
        var holding = zones.stream()
                .filter(zone -> HostedZones.of(zone).holding(name).isPresent())
                .toList();
        var found = new HostedZones(zones).holding(name);
        assertThat(found.isPresent()).isEqualTo(!holding.isEmpty());
        found.ifPresent(zone -> assertThat(holding)
                .allSatisfy(other -> assertThat(labels(other))
                        .hasSizeLessThanOrEqualTo(labels(zone).size())));
    }

    @Property
    void a_name_and_its_wildcard_belong_to_the_same_zone(
            @ForAll("hosts") String host, @ForAll("zones") List<String> zones) {
        assertThat(new HostedZones(zones).holding("*." + host)).isEqualTo(new HostedZones(zones).holding(host));
    }

    @Property
    void every_name_is_proved_by_one_record_and_no_record_is_for_nothing(@ForAll("listsOfNames") List<String> names) {
        var proved = new CertificateNames(names).proved();
        assertThat(proved).doesNotHaveDuplicates();
        assertThat(new HashSet<>(proved))
                .isEqualTo(names.stream().map(HostName::withoutWildcard).collect(Collectors.toSet()));
    }

    @Property
    void what_is_accepted_is_held_and_every_zone_is_used(
            @ForAll("listsOfNames") List<String> names, @ForAll("zones") List<String> zones) {
        if (new HostedZones(zones).problems(names).isEmpty()) {
            assertThat(names.stream()
                            .map(name -> new HostedZones(zones).holding(name).orElseThrow())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(zones);
        }
    }

    @Property
    void names_of_resources_are_as_different_as_the_aliases(
            @ForAll("names") String one, @ForAll("names") String other) {
        assertThat(HostName.readable(one).equals(HostName.readable(other))).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<List<String>> zones() {
        return hosts().list().ofMinSize(1).ofMaxSize(3).uniqueElements();
    }

    @Provide
    Arbitrary<List<String>> listsOfNames() {
        return names().list().ofMinSize(1).ofMaxSize(4).uniqueElements();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(hosts(), hosts().map(host -> "*." + host));
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of("a", "aa", "wildcard")
                .list()
                .ofMaxSize(2)
                .map(labels -> String.join(".", labels) + (labels.isEmpty() ? "" : ".") + "b.org");
    }

    private static List<String> labels(String name) {
        return List.of(name.split("\\."));
    }
}
