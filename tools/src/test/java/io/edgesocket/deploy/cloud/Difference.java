package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import java.util.List;
import java.util.TreeSet;
import pulumirpc.Provider;

/**
 * What changed between two states of a resource's inputs.
 *
 * @param changed  the inputs that differ
 * @param replaces those among them that make a new resource
 * @param freeName whether old and new can exist at once: not if the program gave the name and keeps it
 */
record Difference(List<String> changed, List<String> replaces, boolean freeName) {

    static Difference between(ResourceType type, Struct before, Struct after, List<String> ignored) {
        var inputs = new TreeSet<>(before.getFieldsMap().keySet());
        inputs.addAll(after.getFieldsMap().keySet());
        var changed = inputs.stream()
                .filter(input -> !input.startsWith("__") && !ignored.contains(input))
                .filter(input -> differs(before, after, input))
                .toList();
        var keepsItsName = type.autoNamed()
                .filter(input -> !changed.contains(input) && !AutoName.wasFilled(after, input))
                .isPresent();
        return new Difference(
                changed, changed.stream().filter(type::isReplacedBy).toList(), !keepsItsName);
    }

    Provider.DiffResponse response() {
        return Provider.DiffResponse.newBuilder()
                .setChanges(
                        changed.isEmpty()
                                ? Provider.DiffResponse.DiffChanges.DIFF_NONE
                                : Provider.DiffResponse.DiffChanges.DIFF_SOME)
                .addAllDiffs(changed)
                .addAllReplaces(replaces)
                .setDeleteBeforeReplace(!replaces.isEmpty() && !freeName)
                .build();
    }

    private static boolean differs(Struct before, Struct after, String input) {
        return !Values.plain(before.getFieldsOrDefault(input, Values.NOTHING))
                .equals(Values.plain(after.getFieldsOrDefault(input, Values.NOTHING)));
    }
}
