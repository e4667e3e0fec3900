package io.edgesocket.probe;

import java.util.function.UnaryOperator;

/** How a check ended. */
public sealed interface Outcome {

    /** What was seen; why it was skipped. */
    String seen();

    /** The same with other texts, such as those without secrets. */
    Outcome with(UnaryOperator<String> change);

    /** As expected. */
    record Passed(String seen) implements Outcome {
        @Override
        public Outcome with(UnaryOperator<String> change) {
            return new Passed(change.apply(seen));
        }
    }

    /** It works, and something should be done. */
    record Warned(String seen, Diagnosis diagnosis) implements Outcome {
        @Override
        public Outcome with(UnaryOperator<String> change) {
            return new Warned(change.apply(seen), diagnosis.with(change));
        }
    }

    /** Not as expected. */
    record Failed(String seen, Diagnosis diagnosis) implements Outcome {
        @Override
        public Outcome with(UnaryOperator<String> change) {
            return new Failed(change.apply(seen), diagnosis.with(change));
        }
    }

    /** Not examined. {@code seen} is the reason. */
    record Skipped(String seen) implements Outcome {
        @Override
        public Outcome with(UnaryOperator<String> change) {
            return new Skipped(change.apply(seen));
        }
    }

    static Outcome passed(String seen) {
        return new Passed(seen);
    }

    static Outcome skipped(String reason) {
        return new Skipped(reason);
    }

    static Outcome failed(String seen, String cause, String change) {
        return new Failed(seen, new Diagnosis(cause, change));
    }

    static Outcome warned(String seen, String cause, String change) {
        return new Warned(seen, new Diagnosis(cause, change));
    }

    /** In one word. */
    default String word() {
        if (this instanceof Passed) {
            return "passed";
        }
        if (this instanceof Warned) {
            return "warned";
        }
        return this instanceof Failed ? "failed" : "skipped";
    }
}
