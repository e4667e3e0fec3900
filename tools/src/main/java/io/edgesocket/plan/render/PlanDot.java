package io.edgesocket.plan.render;

import static java.util.stream.Collectors.toSet;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.ResourceTree;
import io.edgesocket.plan.TypeName;
import io.edgesocket.text.Printable;
import java.util.List;
import java.util.Set;

/**
 * The plan as a graph for Graphviz: components as clusters, an arrow from each resource to what it depends on.
 * Draw it with {@code dot -Tsvg}.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
public final class PlanDot {
    private final ResourceTree tree;
    private final StringBuilder dot = new StringBuilder();

    private PlanDot(ResourceTree tree) {
        this.tree = tree;
    }

    public static String render(Plan plan) {
        var graph = new PlanDot(ResourceTree.of(plan));
        graph.dot
                .append("digraph ")
                .append(quoted(plan.project() + " " + plan.stack()))
                .append(" {\n");
        graph.line(1, "rankdir=LR;");
        graph.line(1, "node [shape=box];");
        graph.add(graph.tree.top(), 1);
        graph.addEdges();
        return graph.dot.append("}\n").toString();
    }

    private void add(List<PlannedResource> resources, int depth) {
        for (var resource : resources) {
            var children = tree.childrenOf(resource);
            if (isCluster(resource)) {
                line(depth, "subgraph " + quoted("cluster " + resource.urn()) + " {");
                line(depth + 1, "label=" + label(resource) + ";");
                add(children, depth + 1);
                line(depth, "}");
            } else {
                line(depth, quoted(resource.urn()) + " [label=" + label(resource) + "];");
                add(children, depth);
            }
        }
    }

    /** A component without children is drawn as a resource, because Graphviz draws no empty cluster. */
    private boolean isCluster(PlannedResource resource) {
        return !resource.custom() && !tree.childrenOf(resource).isEmpty();
    }

    private void addEdges() {
        var drawn = tree.all().filter(resource -> !isCluster(resource)).toList();
        var urns = drawn.stream().map(PlannedResource::urn).collect(toSet());
        drawn.forEach(resource -> addEdges(resource, urns));
    }

    private void addEdges(PlannedResource resource, Set<String> drawn) {
        resource.dependsOn().stream()
                .filter(drawn::contains)
                .distinct()
                .forEach(urn -> line(1, quoted(resource.urn()) + " -> " + quoted(urn) + ";"));
    }

    private void line(int depth, String text) {
        dot.append("  ".repeat(depth)).append(text).append("\n");
    }

    private static String label(PlannedResource resource) {
        return "\"" + escaped(resource.name()) + "\\n" + escaped(TypeName.shown(resource)) + "\"";
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /** Within quotes, a quote ends the text and a backslash begins a sequence such as {@code \N}. */
    private static String escaped(String text) {
        return Printable.of(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
