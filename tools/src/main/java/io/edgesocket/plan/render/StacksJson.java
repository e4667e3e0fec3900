package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.Effects;
import io.edgesocket.plan.diff.StackDiff;
import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.diff.StackDiff.Failed;
import io.edgesocket.plan.diff.StackDiff.New;
import io.edgesocket.plan.preview.Previews;

/**
 * What a change means for all stacks as JSON, in a versioned format.
 * <pre>{@code
 * {"version": 1, "before": "main (1a2b3c4)", "after": "the working tree", "notes": [],
 *  "stacks": [
 *   {"stack": "dev", "result": "changed",
 *    "effects": [{"kind": "downtime", "resource": "chat", "reason": "is replaced: …"}],
 *    "diff": {…as `diff --format json` has it…}},
 *   {"stack": "qa", "result": "unchanged"},
 *   {"stack": "new", "result": "new", "resources": 31},
 *   {"stack": "old", "result": "gone"},
 *   {"stack": "odd", "result": "failed", "reason": "…"}]}
 * }</pre>
 * <p>With previews, each stack has {@code preview}: {@code {"result": "changed", "diff": {…}, "drift": {…}}}, or another
 * result, as {@link PreviewsJson} has it.
 */
public final class StacksJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StacksJson() {}

    /** Ends with a line feed. */
    public static String render(AllStacksDiff diff, Previews previews) {
        var node = JSON.objectNode()
                .put("version", VERSION)
                .put("before", diff.before())
                .put("after", diff.after());
        diff.notes().forEach(node.putArray("notes")::add);
        var stacks = node.putArray("stacks");
        diff.stacks().forEach(stack -> {
            var one = node(stack);
            previews.of(stack.stack()).ifPresent(preview -> one.set("preview", PreviewsJson.node(preview)));
            stacks.add(one);
        });
        return PlanJson.pretty(node);
    }

    private static ObjectNode node(StackDiff stack) {
        var node = JSON.objectNode().put("stack", stack.stack());
        if (stack.isUnchanged()) {
            return node.put("result", "unchanged");
        }
        if (stack instanceof Compared compared) {
            return changed(node, compared);
        }
        if (stack instanceof New added) {
            return node.put("result", "new").put("resources", added.resources());
        }
        return stack instanceof Failed failed
                ? node.put("result", "failed").put("reason", failed.reason())
                : node.put("result", "gone");
    }

    private static ObjectNode changed(ObjectNode node, Compared compared) {
        node.put("result", "changed");
        var effects = node.putArray("effects");
        Effects.of(compared.diff())
                .forEach(effect -> effects.addObject()
                        .put("kind", effect.kind().word())
                        .put("resource", effect.resource())
                        .put("reason", effect.reason()));
        return node.set("diff", DiffJson.node(compared.diff()));
    }
}
