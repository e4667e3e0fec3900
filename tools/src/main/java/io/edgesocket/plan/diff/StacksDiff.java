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
public record StacksDiff(String before, String after, List<String> notes, List<StackDiff> stacks) {
    public StacksDiff {
        notes = List.copyOf(notes);
        stacks = List.copyOf(stacks);
    }

    public Stream<Compared> changed() {
        return of(Compared.class).filter(stack -> !stack.diff().isEmpty());
    }

    public List<String> unchanged() {
        return of(Compared.class)
                .filter(stack -> stack.diff().isEmpty())
                .map(StackDiff::stack)
                .toList();
    }

    public boolean hasFailed() {
        return of(Failed.class).findAny().isPresent();
    }

    /** Whether all could be planned, and none differs. */
    public boolean isEmpty() {
        return unchanged().size() == stacks.size();
    }

    private <T> Stream<T> of(Class<T> kind) {
        return stacks.stream().filter(kind::isInstance).map(kind::cast);
    }
}
