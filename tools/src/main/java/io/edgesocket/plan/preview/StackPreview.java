package io.edgesocket.plan.preview;

import io.edgesocket.plan.diff.PlanDiff;
import java.util.List;

/** What came of previewing one stack. */
public sealed interface StackPreview {
    String stack();

    /** Whether Pulumi would do nothing, and nothing was changed outside of it. */
    default boolean isQuiet() {
        return false;
    }

    /**
     * The preview came to its end.
     *
     * @param change what {@code pulumi up} would do
     * @param drift  what was changed outside of Pulumi since the last {@code pulumi up}: from what Pulumi's state has to what
     *               the provider found
     */
    record Previewed(String stack, PlanDiff change, PlanDiff drift) implements StackPreview {
        @Override
        public boolean isQuiet() {
            return change.isEmpty() && drift.isEmpty();
        }
    }

    /**
     * There is no preview to be shown.
     *
     * @param reason why, in a sentence without its end
     * @param log    the end of what Pulumi said
     */
    record Failed(String stack, String reason, List<String> log) implements StackPreview {
        public Failed {
            log = List.copyOf(log);
        }
    }
}
