package io.edgesocket.checkov;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes a plan in Terraform's language. Objects become blocks, references stay references; a literal <code>$${</code>
 * is written alike in both.
 */
final class Terraform {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)\\.([^.}]*)}");

    private final Map<String, PlannedResource> byReference = new HashMap<>();
    private final StringBuilder written = new StringBuilder();

    private Terraform(Plan plan) {
        plan.resources().stream().filter(Terraform::isAws).forEach(resource -> {
            byReference.putIfAbsent(resource.name(), resource);
            byReference.putIfAbsent(resource.type() + "::" + resource.name(), resource);
        });
    }

    static String of(Plan plan) {
        var terraform = new Terraform(plan);
        plan.resources().stream().filter(Terraform::isAws).forEach(terraform::write);
        return terraform.written.toString();
    }

    /** For instance {@code aws_apigatewayv2_api.chat}. */
    static String address(PlannedResource resource) {
        return TerraformNames.type(resource.type()) + "." + label(resource);
    }

    private static boolean isAws(PlannedResource resource) {
        return resource.type().startsWith("aws:");
    }

    private static String label(PlannedResource resource) {
        return resource.name().replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private void write(PlannedResource resource) {
        var type = TerraformNames.type(resource.type());
        line(0, "resource \"" + type + "\" \"" + label(resource) + "\" {");
        writeBody(type, Arguments.of(resource.type()), resource.inputs(), 1);
        writeLifecycle(resource);
        line(0, "}");
    }

    /** Pulumi makes the new one first unless it is told not to, Terraform the other way round. */
    private void writeLifecycle(PlannedResource resource) {
        line(1, "lifecycle {");
        line(2, "create_before_destroy = " + !resource.deleteBeforeReplace());
        line(2, "prevent_destroy = " + resource.protect());
        line(1, "}");
    }

    private void writeBody(String type, Arguments arguments, ObjectNode object, int depth) {
        object.properties().forEach(property -> {
            var name = property.getKey();
            arguments
                    .within(name)
                    .ifPresentOrElse(
                            within -> writeBlocks(name, within, property.getValue(), depth),
                            () -> line(
                                    depth,
                                    TerraformNames.property(type, name) + " = " + expression(property.getValue())));
        });
    }

    private void writeBlocks(String property, Arguments arguments, JsonNode value, int depth) {
        if (value instanceof ObjectNode object) {
            writeBlock(TerraformNames.snake(property), arguments, object, depth);
        } else {
            value.forEach(
                    item -> writeBlock(TerraformNames.repeatedBlock(property), arguments, (ObjectNode) item, depth));
        }
    }

    private void writeBlock(String name, Arguments arguments, ObjectNode object, int depth) {
        line(depth, name + " {");
        writeBody(name, arguments, object, depth + 1);
        line(depth, "}");
    }

    private String expression(JsonNode value) {
        if (value.has("$asset")) {
            return "\"a file\"";
        }
        if (value instanceof ObjectNode object) {
            return object.properties().stream()
                    .map(field -> text(field.getKey()) + " = " + expression(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(this::expression)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isTextual() ? text(value.textValue()) : value.toString();
    }

    /** As in JSON, but that <code>%{</code> begins something too. */
    private String text(String text) {
        var quoted = TextNode.valueOf(text).toString();
        return REFERENCE
                .matcher(quoted.replace("%{", "%%{"))
                .replaceAll(found -> Matcher.quoteReplacement(reference(found)));
    }

    private String reference(MatchResult found) {
        var resource = byReference.get(found.group(1));
        return resource == null
                ? found.group()
                : "${" + address(resource) + "."
                        + TerraformNames.snake(found.group(2).replace("*", "")) + "}";
    }

    private void line(int depth, String text) {
        written.append("  ".repeat(depth)).append(text).append("\n");
    }
}
