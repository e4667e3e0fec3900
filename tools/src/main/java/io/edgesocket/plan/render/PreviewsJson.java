package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.preview.StackPreview;
import io.edgesocket.plan.preview.StackPreview.Failed;
import io.edgesocket.plan.preview.StackPreview.Previewed;

/**
 * What Pulumi's previews say as JSON, in a versioned format.
 * <pre>{@code
 * {"version": 1, "stacks": [
 *   {"stack": "dev", "result": "changed",
 *    "diff": {…as `diff --format json` has it: what `pulumi up` would do…},
 *    "drift": {…as that: what was changed outside of Pulumi…}},
 *   {"stack": "prod", "result": "unchanged"},
 *   {"stack": "odd", "result": "failed", "reason": "…", "log": ["…"]}]}
 * }</pre>
 */
public final class PreviewsJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PreviewsJson() {}

    /** Ends with a line feed. */
    public static String render(Previews previews) {
        var node = JSON.objectNode().put("version", VERSION);
        var stacks = node.putArray("stacks");
        previews.stacks().forEach(preview -> {
            var stack = JSON.objectNode().put("stack", preview.stack());
            stack.setAll(node(preview));
            stacks.add(stack);
        });
        return PlanJson.pretty(node);
    }

    static ObjectNode node(StackPreview preview) {
        if (preview instanceof Failed failed) {
            var node = JSON.objectNode().put("result", "failed").put("reason", failed.reason());
            failed.log().forEach(node.putArray("log")::add);
            return node;
        }
        if (preview.isQuiet()) {
            return JSON.objectNode().put("result", "unchanged");
        }
        var previewed = (Previewed) preview;
        var node = JSON.objectNode().put("result", "changed");
        node.set("diff", DiffJson.node(previewed.change()));
        return node.set("drift", DiffJson.node(previewed.drift()));
    }
}
