package io.edgesocket.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.PlanJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A policy of IAM.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Its grammar</a>
 */
public record Policy(List<Statement> statements) {
    /**
     * Characters, without white space, of all inline policies of one role.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM's quotas</a>
     */
    public static final int INLINE_MAX = 10_240;

    /** Characters, without white space, of one managed policy. */
    public static final int MANAGED_MAX = 6_144;

    static final String VERSION = "2012-10-17";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public Policy {
        statements = Statement.merged(statements);
    }

    /** Of the role that previews a stack, and finds drift. */
    public static Policy toPreview(List<Granted> rights) {
        return new Policy(rights.stream()
                .filter(granted -> !granted.read().isEmpty())
                .map(Granted::toPreview)
                .toList());
    }

    /** Of the role that deploys a stack, and destroys it. */
    public static Policy toDeploy(List<Granted> rights) {
        return new Policy(rights.stream().map(Granted::toDeploy).toList());
    }

    /** Ends with a line feed. */
    public String json() {
        return PlanJson.pretty(document());
    }

    /** Characters as IAM counts them: without white space. */
    public int size() {
        return document().toString().length();
    }

    /** The same in several, each of which fits into a managed policy. */
    public List<Policy> parts() {
        var parts = new ArrayList<Policy>();
        var part = new Policy(List.of());
        for (var statement : statements) {
            var longer = part.with(statement);
            if (longer.size() > MANAGED_MAX) {
                parts.add(part);
                longer = new Policy(List.of(statement));
            }
            part = longer;
        }
        parts.add(part);
        return List.copyOf(parts);
    }

    private Policy with(Statement statement) {
        return new Policy(
                Stream.concat(statements.stream(), Stream.of(statement)).toList());
    }

    private ObjectNode document() {
        var document = JSON.objectNode().put("Version", VERSION);
        document.putArray("Statement")
                .addAll(statements.stream().map(Policy::statement).toList());
        return document;
    }

    private static ObjectNode statement(Statement statement) {
        var node = JSON.objectNode().put("Effect", "Allow");
        node.set("Action", texts(statement.actions()));
        node.set("Resource", texts(statement.resources()));
        if (!statement.condition().isEmpty()) {
            node.set("Condition", condition(statement.condition()));
        }
        return node;
    }

    static ObjectNode condition(Map<String, Map<String, List<String>>> condition) {
        var node = JSON.objectNode();
        condition.forEach((operator, keys) -> {
            var values = node.putObject(operator);
            keys.forEach((key, allowed) -> values.set(key, texts(allowed)));
        });
        return node;
    }

    /** One text stands without a list. */
    private static JsonNode texts(List<String> texts) {
        if (texts.size() == 1) {
            return JSON.textNode(texts.get(0));
        }
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
