package io.edgesocket.iam;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a resource is called where a policy names it.
 *
 * @param component the outermost component that the resource is in
 */
record Arn(String component, String text) {
    private static final String ANY = "*";

    /**
     * In order. Several that have their component's name in them become one, as IAM limits how long a role's policies are:
     * {@code …:chat-echo-function-*} and {@code …:chat-send-function-*} of the component {@code chat} become
     * {@code …:chat-*}.
     */
    static List<String> folded(Stream<Arn> arns) {
        var all = arns.collect(groupingBy(Arn::upToComponent, mapping(Arn::text, toSet()))).entrySet().stream()
                .flatMap(together -> together.getValue().size() > 1
                        ? Stream.of(together.getKey() + ANY)
                        : together.getValue().stream())
                .distinct()
                .sorted()
                .toList();
        return all.contains(ANY) ? List.of(ANY) : all;
    }

    /** The whole text, if the component's name isn't in it. */
    private String upToComponent() {
        var start = text.lastIndexOf(component + "-");
        return start < 0 ? text : text.substring(0, start) + component + "-";
    }
}
