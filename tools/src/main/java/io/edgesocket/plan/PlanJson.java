package io.edgesocket.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.text.Printable;
import java.util.List;

/** The plan as JSON: stable, versioned, the same bytes for the same plan. */
public final class PlanJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private PlanJson() {}

    /** Ends with a line feed. */
    public static String write(Plan plan) {
        var root = MAPPER.createObjectNode()
                .put("version", Plan.VERSION)
                .put("project", plan.project())
                .put("stack", plan.stack());
        root.putArray("resources")
                .addAll(plan.resources().stream().map(PlanJson::node).toList());
        root.set("outputs", plan.outputs());
        return pretty(root);
    }

    /** Any object, laid out as a plan is. */
    public static String pretty(ObjectNode root) {
        try {
            return Printable.json(WRITER.writeValueAsString(root)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static ObjectNode node(PlannedResource resource) {
        var node = MAPPER.createObjectNode()
                .put("urn", resource.urn())
                .put("type", resource.type())
                .put("name", resource.name())
                .put("custom", resource.custom());
        resource.parent().ifPresent(parent -> node.put("parent", parent));
        resource.provider().ifPresent(provider -> node.put("provider", provider));
        node.put("protect", resource.protect())
                .put("retainOnDelete", resource.retainOnDelete())
                .put("deleteBeforeReplace", resource.deleteBeforeReplace());
        node.set("aliases", array(resource.aliases()));
        node.set("ignoreChanges", array(resource.ignoreChanges()));
        node.set("dependsOn", array(resource.dependsOn()));
        return node.set("inputs", resource.inputs());
    }

    private static ArrayNode array(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /**
     * Reads a plan back.
     *
     * @throws IllegalArgumentException if the text is not a plan, or a plan of another version; the message says which
     */
    public static Plan read(String json) {
        return PlanReader.read(json);
    }
}
