package io.edgesocket.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.edgesocket.plan.Plan.PlannedResource;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a plan's JSON strictly: otherwise a comparison would treat a missing property as an empty one. */
final class PlanReader {
    /** Lists and objects within each other. What compares and draws plans calls itself for each. */
    private static final int DEPTH_MAX = 200;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** How Jackson writes another place in the text: with a source that it never shows. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;\\]]*; line: (\\d+), column: (\\d+)]");

    private PlanReader() {}

    /**
     * @throws IllegalArgumentException if the text is not a plan, or a plan of another version; the message says which
     */
    static Plan read(String json) {
        var root = parse(json);
        var version = root.path("version");
        if (!version.isInt() || version.intValue() != Plan.VERSION) {
            throw new IllegalArgumentException(
                    "it is no plan of version " + Plan.VERSION + "; write one with: ./edgesocket plan --format json");
        }
        var plan = new PlanField("", root);
        return new Plan(
                plan.field("project").text(),
                plan.field("stack").text(),
                resources(plan.field("resources")),
                plan.field("outputs").object());
    }

    private static JsonNode parse(String json) {
        try {
            return STRICT.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new IllegalArgumentException(
                    "it is no plan: no plan's lists and objects are more than " + DEPTH_MAX
                            + " deep, nor has one numbers of more than 1,000 digits",
                    e);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new IllegalArgumentException(
                    "it is not JSON: line " + place.getLineNr() + ", column " + place.getColumnNr() + ": "
                            + SOURCE.matcher(e.getOriginalMessage()).replaceAll("line $1, column $2"),
                    e);
        }
    }

    private static List<PlannedResource> resources(PlanField list) {
        var urns = new HashSet<String>();
        return list.items().stream()
                .map(resource -> {
                    if (!urns.add(resource.field("urn").text())) {
                        throw resource.field("urn")
                                .wrong("is also the URN of another resource: "
                                        + resource.field("urn").text());
                    }
                    return resource(resource);
                })
                .toList();
    }

    private static PlannedResource resource(PlanField resource) {
        return new PlannedResource(
                resource.field("urn").text(),
                resource.field("type").text(),
                resource.field("name").text(),
                resource.field("custom").flag(),
                resource.optional("parent").map(PlanField::text),
                resource.optional("provider").map(PlanField::text),
                resource.field("protect").flag(),
                resource.field("retainOnDelete").flag(),
                resource.field("deleteBeforeReplace").flag(),
                resource.field("aliases").texts(),
                resource.field("ignoreChanges").texts(),
                resource.field("dependsOn").texts(),
                resource.field("inputs").object());
    }
}
