package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An object whose keys are a record's components. */
public record GroupShape(Class<?> record, List<Field> fields, List<Rule> rules, Map<String, String> notHere)
        implements Shape {

    /** The record's components, each by its key, in their order. */
    public static GroupShape group(Class<?> record, Field... fields) {
        return new GroupShape(record, List.of(fields), List.of(), Map.of());
    }

    public GroupShape with(Rule rule) {
        var more = Stream.concat(rules.stream(), Stream.of(rule)).toList();
        return new GroupShape(record, fields, more, notHere);
    }

    /** A key that users may expect here, and what to tell them. */
    public GroupShape without(String key, String because) {
        return new GroupShape(record, fields, rules, Map.of(key, because));
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (!(given instanceof ObjectNode group)) {
            return place.refuse(given, "must be " + allowed());
        }
        refuseUnknown(group, place);
        rules.forEach(rule -> rule.check(group, place));
        var values = new ArrayList<Object>();
        fields.forEach(field -> field.read(group, place).ifPresent(values::add));
        return values.size() == fields.size() ? Optional.of(make(values, place)) : Optional.empty();
    }

    private void refuseUnknown(ObjectNode group, Location place) {
        group.fieldNames().forEachRemaining(key -> {
            if (field(key).isEmpty()) {
                place.usersKey(key).add("unknown key", instead(key, place));
            }
        });
    }

    private String instead(String key, Location place) {
        return Optional.ofNullable(notHere.get(key))
                .or(() -> Suggestion.suggestion(key, keys()))
                .or(() -> KeyListing.elsewhere(place.root(), key)
                        .map(other -> other.equals(key)
                                ? "what comes after a dot stands below: pulumi config set --path " + key
                                        + " VALUE puts it there"
                                : "did you mean " + other + "?"))
                .orElse("known here: " + String.join(", ", keys()));
    }

    private Object make(List<Object> values, Location place) {
        var made = construct(values);
        if (made instanceof Checked checked) {
            checked.check(place);
        }
        return made;
    }

    private Object construct(List<Object> values) {
        var types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(record + " is not a record of settings", impossible);
        }
    }

    @Override
    public JsonNode fromText(String text) {
        return JsonTree.parseOrText(text);
    }

    @Override
    public Optional<JsonNode> absent() {
        return Optional.of(Shape.object());
    }

    @Override
    public boolean mayHoldSecret() {
        return fields.stream().anyMatch(field -> field.shape().mayHoldSecret());
    }

    @Override
    public ObjectNode schema() {
        var schema = Shape.schemaOf("object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        fields.forEach(field -> properties.set(field.key(), field.schema()));
        var required = schema.putArray("required");
        fields.stream().filter(Field::required).map(Field::key).forEach(required::add);
        if (!rules.isEmpty()) {
            var all = schema.putArray("allOf");
            rules.forEach(rule -> rule.addTo(all.addObject()));
        }
        return schema;
    }

    private List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }

    @Override
    public String type() {
        return "object";
    }

    @Override
    public String limits() {
        return "";
    }

    @Override
    public String allowed() {
        return keys().stream().collect(Collectors.joining(", ", "an object with the keys ", ""));
    }
}
