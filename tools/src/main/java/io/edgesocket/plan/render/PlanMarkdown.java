package io.edgesocket.plan.render;

import static io.edgesocket.plan.render.Markdown.code;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.ResourceTree;
import io.edgesocket.plan.TypeName;
import java.util.List;
import java.util.stream.Collectors;

/** The plan as a comment for a pull request. */
public final class PlanMarkdown {
    private PlanMarkdown() {}

    /**
     * The summary in the first line, a table by component, the inputs and the outputs folded. The last line is a hidden
     * tag {@code <!-- edgesocket plan dev -->}: a bot can find the comment to update by it. At most
     * {@value Markdown#COMMENT_MAX} characters: if the plan is larger, whole resources in the middle are left
     * out, and the comment says how many.
     */
    public static String render(Plan plan) {
        var tree = ResourceTree.of(plan);
        var parts = ComponentGroup.of(tree);
        var tag = "\n" + Markdown.tag("plan", plan.stack());
        var head = verdict(plan, Counts.of(tree.all().toList())) + table(parts) + outputs(plan);
        var room = Markdown.COMMENT_MAX - head.length() - tag.length();
        return head
                + DetailsBlocks.fit(parts.stream().map(part -> fold(part, tree)).toList(), room)
                + tag;
    }

    private static String verdict(Plan plan, Counts counts) {
        return "**" + code(plan.project() + " " + plan.stack()) + " has " + counts.total() + "**"
                + (counts.services().isEmpty() ? "" : ": " + counts.byService(Markdown::word)) + "\n\n";
    }

    private static String table(List<ComponentGroup> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        return Markdown.table(
                        List.of("Component", "Type", "Resources"),
                        parts.stream()
                                .map(part -> List.of(
                                        part.component().isPresent() ? code(part.name()) : part.name(),
                                        code(part.type()),
                                        Counts.of(part.resources()).byService(Markdown::word)))
                                .toList())
                + "\n";
    }

    private static String outputs(Plan plan) {
        if (plan.outputs().isEmpty()) {
            return "";
        }
        var rows = plan.outputs().properties().stream()
                .map(output -> List.of(code(output.getKey()), code(Values.text(output.getValue()))))
                .toList();
        return Markdown.fold("Outputs", Markdown.table(List.of("Output", "Value"), rows)) + "\n";
    }

    private static DetailsBlocks.Fold fold(ComponentGroup part, ResourceTree tree) {
        var name = part.component().isPresent() ? "<code>" + Markdown.html(part.name()) + "</code> " : part.name();
        var summary = name + Markdown.html(part.type()) + ": inputs of "
                + Counts.number(part.resources().size(), "resource");
        return new DetailsBlocks.Fold(
                summary,
                part.resources().stream().map(resource -> block(resource, tree)).toList());
    }

    private static String block(PlannedResource resource, ResourceTree tree) {
        var marks =
                tree.marks(resource).stream().map(mark -> " · " + code(mark)).collect(Collectors.joining());
        return code(resource.name()) + " " + code(TypeName.shown(resource)) + marks + "\n\n"
                + Markdown.fence("json", PlanJson.pretty(resource.inputs())) + "\n";
    }
}
