package io.edgesocket.plan.graph;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.graph.Node.Arrow;
import io.edgesocket.plan.graph.Node.Resource;
import java.util.List;

/**
 * The way of a handshake and of messages through a stack, read from its plan: a distribution, its behaviors, each with its
 * origin and the functions at the edge; an API, its stages, their routes, each with its authorizer and its integration; the
 * functions, and what these use.
 *
 * @param nodes in the plan's order, the parts of a distribution after it
 * @param roots the ids of those to which no other leads, the distributions first
 */
public record StackGraph(List<Node> nodes, List<String> roots) {
    public StackGraph {
        nodes = List.copyOf(nodes);
        roots = List.copyOf(roots);
    }

    public static StackGraph of(Plan plan) {
        var all = Nodes.of(plan);
        var reached = all.stream()
                .flatMap(node -> node.next().stream())
                .map(Arrow::to)
                .collect(toSet());
        var nodes = all.stream()
                .filter(node -> reached.contains(node.id()) || !Kinds.isOnlyIfReached(type(node)))
                .toList();
        return new StackGraph(
                nodes,
                nodes.stream()
                        .filter(node -> !reached.contains(node.id()))
                        .sorted(comparing(node -> !type(node).equals(Kinds.DISTRIBUTION)))
                        .map(Node::id)
                        .toList());
    }

    private static String type(Node node) {
        return node.resource().map(Resource::type).orElse("");
    }
}
