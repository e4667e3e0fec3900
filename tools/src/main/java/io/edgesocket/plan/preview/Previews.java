package io.edgesocket.plan.preview;

import io.edgesocket.plan.preview.StackPreview.Failed;
import java.util.List;
import java.util.Optional;

/** The previews of several stacks; none if nobody asked for them. */
public record Previews(List<StackPreview> stacks) {
    public Previews {
        stacks = List.copyOf(stacks);
    }

    public static Previews none() {
        return new Previews(List.of());
    }

    public Optional<StackPreview> of(String stack) {
        return stacks.stream().filter(preview -> preview.stack().equals(stack)).findFirst();
    }

    public boolean hasFailed() {
        return stacks.stream().anyMatch(Failed.class::isInstance);
    }

    /** Whether all came to their end, and found nothing to do. */
    public boolean areQuiet() {
        return stacks.stream().allMatch(StackPreview::isQuiet);
    }
}
