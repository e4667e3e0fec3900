package io.edgesocket.plan.diff;

import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.diff.StackDiff.Failed;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a change of the program, or of the stacks' files, means for all stacks.
 *
 * @param before the earlier revision, as people read it: {@code main (1a2b3c4)}
 * @param after  the later one
 * @param notes  what is to be known of both, a sentence each
 */
public record AllStacksDiff(String before, String after, List<String> notes, List<StackDiff> stacks) {
    public AllStacksDiff {
        notes = List.copyOf(notes);
        stacks = List.copyOf(stacks);
    }

    /** Those that are in both and differ. */
    public Stream<Compared> changed() {
        return stacks.stream()
                .filter(stack -> !stack.isUnchanged())
                .filter(Compared.class::isInstance)
                .map(Compared.class::cast);
    }

    public boolean hasFailed() {
        return stacks.stream().anyMatch(Failed.class::isInstance);
    }

    /** Whether all could be planned, and none differs. */
    public boolean isEmpty() {
        return stacks.stream().allMatch(StackDiff::isUnchanged);
    }
}
