package io.edgesocket.local.apigateway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Mapping templates by key, and the expression that chooses one. {@code $default} stands for every key not there. */
public final class MappingTemplates {
    private static final String DEFAULT = "$default";
    private final SelectionExpression selection;
    private final Map<String, MappingTemplate> byKey;

    private MappingTemplates(SelectionExpression selection, Map<String, MappingTemplate> byKey) {
        this.selection = selection;
        this.byKey = byKey;
    }

    /** @param selection empty for {@code $default} */
    public static MappingTemplates of(JsonNode templates, String selection) {
        var byKey = new LinkedHashMap<String, MappingTemplate>();
        templates
                .properties()
                .forEach(entry -> byKey.put(
                        entry.getKey(), new MappingTemplate(entry.getValue().asText())));
        return new MappingTemplates(SelectionExpression.parse(selection.isEmpty() ? "\\$default" : selection), byKey);
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The template for a request; empty if none of the keys is chosen. */
    public Optional<MappingTemplate> select(Variables variables) {
        return byKey.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(byKey.get(selection.evaluate(variables)))
                        .or(() -> Optional.ofNullable(byKey.get(DEFAULT)));
    }
}
