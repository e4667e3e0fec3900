package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.diff.Consequence;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.PropertyChange.AlteredJson;
import io.edgesocket.plan.diff.ResourceChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.Security;
import java.util.List;
import java.util.function.Function;

/**
 * The difference of two plans as JSON, in a versioned format: the same difference gives the same bytes.
 * <pre>{@code
 * {"version": 1,
 *  "before": {"project": "edgesocket", "stack": "dev"},
 *  "after": {"project": "edgesocket", "stack": "dev"},
 *  "changes": [
 *   {"change": "created", "urn": "edgesocket::…::chat-ping", "type": "…", "name": "chat-ping", "security": false,
 *    "inputs": {"routeKey": "ping"}},
 *   {"change": "deleted", …as created…},
 *   {"change": "changed", "urn": …, "type": …, "name": …, "security": false,
 *    "movedFrom": "the earlier URN, if an alias carried it over", "replaced": true,
 *    "inputs": [{"change": "changed", "path": "triggers.redeployment", "before": "a", "after": "b",
 *                "forcesReplacement": true, "security": false}],
 *    "options": [{"change": "added", "path": "dependsOn[1]", "after": "edgesocket::…"}]}],
 *  "follows": [{"urn": "edgesocket::…::chat-stage", "type": "…", "name": "chat-stage", "replaced": false,
 *    "inputs": [{"path": "deploymentId", "from": "edgesocket::…::chat-deployment", "forcesReplacement": false}]}],
 *  "outputs": [{"change": "removed", "path": "url", "before": "wss://…"}],
 *  "counts": {"created": 1, "changed": 1, "replaced": 1, "deleted": 0, "followed": 1, "unchanged": 28}}
 * }</pre>
 * <p>A property is {@code added}, {@code removed} or {@code changed}. One whose text is JSON on both sides, such as a
 * policy, has {@code inside}: what changed within it. URNs are without {@code urn:pulumi:<stack>::}.
 * {@code follows} has what others' new outputs change; what {@code ignoreChanges} covers is nowhere.
 * {@code replaced} is always false between two stacks. Within one stack, false means: no replacement is known.
 */
public final class DiffJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlanDiff diff;
    private final Impact impact;

    private DiffJson(PlanDiff diff) {
        this.diff = diff;
        this.impact = new Impact(diff);
    }

    /** Ends with a line feed. */
    public static String render(PlanDiff diff) {
        return PlanJson.pretty(node(diff));
    }

    static ObjectNode node(PlanDiff diff) {
        return new DiffJson(diff).node();
    }

    private ObjectNode node() {
        var node = JSON.objectNode().put("version", VERSION);
        node.set("before", side(diff.before()));
        node.set("after", side(diff.after()));
        var ignored = diff.resources().stream().filter(this::isIgnored).toList();
        var changes = diff.resources().stream()
                .filter(change -> !ignored.contains(change))
                .toList();
        node.set("changes", array(changes, this::change));
        node.set("follows", array(diff.consequences(), DiffJson::consequence));
        node.set("outputs", array(diff.outputs(), DiffJson::property));
        node.putObject("counts")
                .put("created", impact.created())
                .put("changed", impact.changed() - ignored.size())
                .put("replaced", impact.replaced())
                .put("deleted", impact.deleted())
                .put("followed", diff.consequences().size())
                .put("unchanged", diff.unchanged() + ignored.size());
        return node;
    }

    private boolean isIgnored(ResourceChange change) {
        return change instanceof Changed changed && impact.isIgnored(changed);
    }

    private static ObjectNode consequence(Consequence consequence) {
        var node = JSON.objectNode()
                .put("urn", consequence.resource().urn())
                .put("type", consequence.resource().type())
                .put("name", consequence.resource().name())
                .put("replaced", consequence.isReplaced());
        return node.set(
                "inputs",
                array(
                        consequence.inputs(),
                        input -> JSON.objectNode()
                                .put("path", input.path().toString())
                                .put("from", input.from().urn())
                                .put("forcesReplacement", input.forcesReplacement())));
    }

    private static ObjectNode side(PlanDiff.Side side) {
        return JSON.objectNode().put("project", side.project()).put("stack", side.stack());
    }

    private ObjectNode change(ResourceChange change) {
        var resource = change.resource();
        var node = JSON.objectNode()
                .put("change", word(ChangeSign.of(change), "created", "deleted"))
                .put("urn", resource.urn())
                .put("type", resource.type())
                .put("name", resource.name())
                .put("security", Security.concerns(change));
        return change instanceof Changed changed ? changed(node, changed) : node.set("inputs", resource.inputs());
    }

    private ObjectNode changed(ObjectNode node, Changed change) {
        if (change.isMoved()) {
            node.put("movedFrom", change.before().urn());
        }
        node.put("replaced", impact.replaces(change) || impact.isReplacedByOthers(change));
        node.set(
                "inputs",
                array(
                        change.inputs().stream()
                                .filter(input -> !impact.isIgnored(change, input))
                                .toList(),
                        input -> property(input)
                                .put("forcesReplacement", impact.forcesReplacement(change, input))
                                .put("security", Security.concerns(change.resource(), input))));
        return node.set("options", array(change.options(), DiffJson::property));
    }

    private static ObjectNode property(PropertyChange change) {
        var node = JSON.objectNode()
                .put("change", word(ChangeSign.of(change), "added", "removed"))
                .put("path", change.path().toString());
        change.earlier().ifPresent(value -> node.set("before", value));
        change.later().ifPresent(value -> node.set("after", value));
        if (change instanceof AlteredJson json) {
            node.set("inside", array(json.inside(), DiffJson::property));
        }
        return node;
    }

    private static String word(ChangeSign mark, String added, String removed) {
        return mark == ChangeSign.ADDED ? added : mark == ChangeSign.REMOVED ? removed : "changed";
    }

    private static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> node) {
        var array = JSON.arrayNode();
        items.forEach(item -> array.add(node.apply(item)));
        return array;
    }
}
