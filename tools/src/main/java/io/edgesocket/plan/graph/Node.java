package io.edgesocket.plan.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One thing on the way: a resource, or a part of a distribution.
 *
 * @param id       a resource's URN; of a part of a distribution its URN with more behind {@code #}
 * @param kind     what it is, in a word or two: {@code route}
 * @param name     what AWS calls it where that says more than the program's name, such as a route key; else that name
 * @param facts    what else tells it from others of its kind, each a few words; may be empty
 * @param resource the resource that it is
 * @param inputs   as they stand in the plan; a secret is {@code [secret]}
 * @param next     where the way goes on, in this order
 */
public record Node(
        String id,
        String kind,
        String name,
        List<String> facts,
        Optional<Resource> resource,
        ObjectNode inputs,
        List<Arrow> next) {
    public Node {
        facts = List.copyOf(facts);
        next = List.copyOf(next);
    }

    /** @param name its name in the program */
    public record Resource(String urn, String type, String name) {}

    /**
     * To another node.
     *
     * @param as what for, such as {@code viewer-request}; may be empty
     */
    public record Arrow(String to, String as) {}
}
