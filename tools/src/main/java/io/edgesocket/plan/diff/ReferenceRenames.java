package io.edgesocket.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Reference;
import io.edgesocket.plan.ReferenceNames;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Rewrites an earlier plan's references with the later plan's names. References to a resource can get another name
 * because it moved, or because another resource now has the same name. They still refer to the same resource.
 *
 * @param later the later plan's name, by the earlier plan's name
 */
record ReferenceRenames(Map<String, String> later) {
    static ReferenceRenames between(Plan before, Plan after, UrnMatching lineage) {
        var names = ReferenceNames.of(before);
        var namesAfter = ReferenceNames.of(after).all();
        var words = new HashMap<String, String>();
        names.all().forEach((urn, earlier) -> {
            var later = lineage.later(urn)
                    .map(namesAfter::get)
                    .orElseGet(() -> namesAfter.containsValue(earlier) ? names.qualified(urn) : earlier);
            words.merge(earlier, later, (one, other) -> one.equals(other) ? one : earlier);
        });
        return new ReferenceRenames(words);
    }

    ObjectNode of(ObjectNode values) {
        var read = JsonNodeFactory.instance.objectNode();
        values.properties().forEach(value -> read.set(value.getKey(), of(value.getValue())));
        return read;
    }

    private JsonNode of(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return of(object);
        }
        if (value instanceof ArrayNode items) {
            var read = JsonNodeFactory.instance.arrayNode(items.size());
            items.forEach(item -> read.add(of(item)));
            return read;
        }
        return value.isTextual() ? TextNode.valueOf(of(value.textValue())) : value;
    }

    private String of(String text) {
        return Reference.PATTERN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(of(found)));
    }

    private String of(MatchResult found) {
        return found.group(1) == null ? found.group() : "${" + reference(found.group(1)) + "}";
    }

    private String reference(String text) {
        return Reference.of(text, later.keySet())
                .map(Reference::name)
                .map(name -> later.get(name) + text.substring(name.length()))
                .orElse(text);
    }
}
