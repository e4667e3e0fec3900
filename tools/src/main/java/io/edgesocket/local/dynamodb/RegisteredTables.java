package io.edgesocket.local.dynamodb;

import io.edgesocket.local.stack.IgnoredInputs;
import io.edgesocket.local.stack.IgnoredInputs.Played;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a stack. Only AWS knows the names that Pulumi gives them, so here they have those of their resources. */
public record RegisteredTables(List<PlayedResource> resources) {
    private static final String TYPE = "aws:dynamodb/table:Table";

    /** Values that change nothing. */
    private static final Set<String> NOTHING = Set.of("", "false");

    private static final IgnoredInputs INPUTS = new IgnoredInputs(
            List.of(new Played(
                    TYPE,
                    "",
                    Set.of(
                            "name",
                            "region",
                            "tags",
                            "hashKey",
                            "rangeKey",
                            "attributes",
                            // what is paid, kept and encrypted, and who may delete it: nothing of that is on this
                            // machine
                            "billingMode",
                            "readCapacity",
                            "writeCapacity",
                            "tableClass",
                            "pointInTimeRecovery",
                            "serverSideEncryption",
                            "deletionProtectionEnabled"))),
            Map.of("ttl", "items stay when they have expired, as at AWS they may for days"),
            (name, value) -> IgnoredInputs.isEmpty(value, NOTHING));

    public RegisteredTables {
        resources = List.copyOf(resources);
    }

    public static RegisteredTables of(PlayedStack stack) {
        return new RegisteredTables(stack.ofType(TYPE).toList());
    }

    public static boolean isTable(PlayedResource resource) {
        return resource.type().equals(TYPE);
    }

    public boolean isEmpty() {
        return resources.isEmpty();
    }

    /** As they are called here. */
    public List<String> names() {
        return resources.stream().map(RegisteredTable::name).toList();
    }

    /** A text in which tables have the names that they have here. */
    public String in(String text) {
        var named = text;
        for (var table : resources) {
            named = named.replace(table.word("name"), RegisteredTable.name(table));
        }
        return named;
    }

    /** What of them has no effect here: a line each, which begins with the table's name. */
    public List<String> notPlayed() {
        return resources.stream()
                .filter(table -> INPUTS.of(table).findAny().isPresent())
                .map(table -> table.name() + ": " + INPUTS.of(table).collect(Collectors.joining("; ")))
                .toList();
    }

    List<RegisteredTable> tables() {
        return resources.stream().map(RegisteredTable::of).toList();
    }
}
