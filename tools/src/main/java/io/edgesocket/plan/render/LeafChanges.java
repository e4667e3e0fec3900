package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.diff.JsonText;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.PropertyChange.Added;
import io.edgesocket.plan.diff.PropertyChange.AlteredJson;
import io.edgesocket.plan.diff.PropertyChange.Removed;
import io.edgesocket.plan.diff.PropertyPath;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The changes that a reader sees: one for each single value, also within JSON texts. An object that came to a list, or left
 * it, is one too: it is read as a whole.
 */
final class LeafChanges {
    private LeafChanges() {}

    static Stream<PropertyChange> of(PropertyChange change) {
        if (change instanceof AlteredJson json && !json.inside().isEmpty()) {
            return json.inside().stream().flatMap(LeafChanges::of);
        }
        if (change instanceof Added added) {
            return each(added.path(), added.after(), Added::new);
        }
        if (change instanceof Removed removed) {
            return each(removed.path(), removed.before(), Removed::new);
        }
        return Stream.of(change);
    }

    private static Stream<PropertyChange> each(
            PropertyPath path, JsonNode value, BiFunction<PropertyPath, JsonNode, PropertyChange> change) {
        var whole = JsonText.in(value).orElse(value);
        if (whole.isEmpty() || (whole.isObject() && path.isItem())) {
            return Stream.of(change.apply(path, whole));
        }
        return whole.isArray()
                ? IntStream.range(0, whole.size()).boxed().flatMap(i -> each(path.item(i), whole.get(i), change))
                : whole.properties().stream()
                        .flatMap(field -> each(path.field(field.getKey()), field.getValue(), change));
    }
}
