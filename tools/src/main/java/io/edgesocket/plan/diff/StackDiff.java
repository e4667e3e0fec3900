package io.edgesocket.plan.diff;

/** What becomes of one stack from one revision of the program to another. */
public sealed interface StackDiff {
    String stack();

    /** Whether nothing becomes of it. */
    default boolean isUnchanged() {
        return false;
    }

    /** It is in both. */
    record Compared(PlanDiff diff) implements StackDiff {
        @Override
        public boolean isUnchanged() {
            return diff.isEmpty();
        }

        @Override
        public String stack() {
            return diff.after().stack();
        }
    }

    /**
     * The later one alone has a file for it.
     *
     * @param resources how many it has, without components
     */
    record New(String stack, int resources) implements StackDiff {}

    /** The earlier one alone has a file for it. */
    record Gone(String stack) implements StackDiff {}

    /** It can't be planned at one of them. */
    record Failed(String stack, String reason) implements StackDiff {}
}
