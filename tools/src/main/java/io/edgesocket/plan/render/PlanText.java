package io.edgesocket.plan.render;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.ResourceTree;
import io.edgesocket.plan.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The plan as a tree, for people. */
public final class PlanText {
    private final ResourceTree tree;
    private final Folding siblings;
    private final List<Row> rows = new ArrayList<>();

    private PlanText(ResourceTree tree, Folding siblings) {
        this.tree = tree;
        this.siblings = siblings;
    }

    /** @param siblings whether long runs of similar resources are folded */
    public static String render(Plan plan, Screen screen, Folding siblings) {
        var tree = ResourceTree.of(plan);
        var text = new PlanText(tree, siblings);
        text.addChildren(tree.top(), "");
        var lines = new ArrayList<Line>();
        lines.add(Line.of(TextStyle.HEADING, plan.project())
                .and(TextStyle.PLAIN, " ")
                .and(TextStyle.HEADING, plan.stack()));
        lines.addAll(Columns.align(text.rows, screen));
        lines.addAll(ending(tree.all().toList()));
        lines.addAll(outputs(plan));
        return screen.draw(lines);
    }

    private void addChildren(List<PlannedResource> resources, String indent) {
        var nodes = siblings.runs(resources, resource -> List.of(resource.type(), tree.marks(resource))).stream()
                .flatMap(this::nodes)
                .iterator();
        while (nodes.hasNext()) {
            var node = nodes.next();
            rows.add(node.row().after(indent + (nodes.hasNext() ? "├─ " : "└─ ")));
            addChildren(node.children(), indent + (nodes.hasNext() ? "│  " : "   "));
        }
    }

    private Stream<Node> nodes(Folding.Run<PlannedResource> run) {
        var shown = run.shown().stream().map(this::node);
        return run.hidden().isEmpty() ? shown : Stream.concat(shown, Stream.of(note(run.hidden())));
    }

    private Node node(PlannedResource resource) {
        return new Node(
                new Row("", resource.name(), TypeName.shown(resource), tree.marks(resource), Highlights.of(resource)),
                tree.childrenOf(resource));
    }

    private Node note(List<PlannedResource> hidden) {
        return new Node(Row.note(hidden(hidden)), List.of());
    }

    private String hidden(List<PlannedResource> hidden) {
        var below = hidden.stream()
                .mapToLong(resource -> tree.all(resource).count() - 1)
                .sum();
        return "… " + hidden.size() + " more " + TypeName.shown(hidden.get(0))
                + (below == 0 ? "" : " with " + Counts.number((int) below, "resource") + " in them")
                + " (--all shows them)";
    }

    private static List<Line> ending(List<PlannedResource> resources) {
        var counts = Counts.of(resources);
        var services = counts.byService();
        return List.of(
                Line.empty(),
                Line.of(TextStyle.HEADING, counts.total())
                        .and(TextStyle.PLAIN, services.isEmpty() ? "" : ": " + services));
    }

    private static List<Line> outputs(Plan plan) {
        if (plan.outputs().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of(Line.empty(), Line.of(TextStyle.HEADING, "Outputs")));
        var names = plan.outputs().properties().stream()
                .mapToInt(output -> output.getKey().length())
                .max()
                .orElse(0);
        plan.outputs()
                .properties()
                .forEach(output -> lines.add(Line.of(TextStyle.PLAIN, "  ")
                        .and(TextStyle.NAME, output.getKey())
                        .upTo(names + 4)
                        .and(TextStyle.PLAIN, Values.text(output.getValue()))));
        return lines;
    }

    /** A planned row, and the rows below it. */
    private record Node(Row row, List<PlannedResource> children) {}
}
