package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider knows of one type of resource.
 *
 * @param name       as in {@code lambda.Permission}, for the token {@code aws:lambda/permission:Permission}
 * @param replacedBy inputs whose change makes a new resource; all of them if it holds {@link #ANYTHING}
 * @param autoNamed  the input that the provider fills from the resource's name in the program
 * @param unique     inputs that no two in a region have alike
 * @param id         a template of the id; one is made up where there is none
 * @param needs      which inputs, however deep, must name a resource of which type
 * @param gives      the outputs that AWS adds
 */
record ResourceType(
        String name,
        Set<String> replacedBy,
        Optional<String> autoNamed,
        Set<String> unique,
        Optional<String> id,
        Map<String, String> needs,
        Map<String, Added> gives) {
    private static final String ANYTHING = "*";

    /** An output that AWS adds. */
    interface Added {
        /** @param known the inputs, {@code id} and {@code region} */
        Value of(Struct known);

        /** What a preview says of it. */
        default Value previewed(Struct inputs) {
            return Values.UNKNOWN;
        }
    }

    static ResourceType type(String name) {
        return new ResourceType(name, Set.of(), Optional.empty(), Set.of(), Optional.empty(), Map.of(), Map.of());
    }

    ResourceType replacedBy(String... inputs) {
        return new ResourceType(name, Set.of(inputs), autoNamed, unique, id, needs, gives);
    }

    ResourceType replacedByAnything() {
        return replacedBy(ANYTHING);
    }

    ResourceType autoNamed(String input) {
        return new ResourceType(name, replacedBy, Optional.of(input), unique, id, needs, gives);
    }

    ResourceType unique(String... inputs) {
        return new ResourceType(name, replacedBy, autoNamed, Set.of(inputs), id, needs, gives);
    }

    ResourceType id(String template) {
        return new ResourceType(name, replacedBy, autoNamed, unique, Optional.of(template), needs, gives);
    }

    ResourceType needs(String input, String type) {
        return new ResourceType(name, replacedBy, autoNamed, unique, id, with(needs, input, type), gives);
    }

    ResourceType gives(String output, String template) {
        return gives(output, known -> Values.of(Template.fill(template, known)));
    }

    ResourceType gives(String output, Added value) {
        return new ResourceType(name, replacedBy, autoNamed, unique, id, needs, with(gives, output, value));
    }

    boolean isReplacedBy(String input) {
        return replacedBy.contains(input) || replacedBy.contains(ANYTHING);
    }

    Optional<String> idFrom(Struct inputs) {
        return id.map(template -> Template.fill(template, inputs));
    }

    Struct outputs(Struct inputs, String id, String region) {
        var known = inputs.toBuilder()
                .putFields("id", Values.of(id))
                .putFields("region", Values.of(region))
                .build();
        var outputs = inputs.toBuilder();
        gives.forEach((output, value) -> outputs.putFields(output, value.of(known)));
        return outputs.build();
    }

    Struct outputsBeforeCreation(Struct inputs) {
        var outputs = inputs.toBuilder();
        gives.forEach((output, value) -> outputs.putFields(output, value.previewed(inputs)));
        return outputs.build();
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }
}
