package io.edgesocket.components.internal;

import com.pulumi.core.Output;
import java.util.Optional;

/**
 * A text as the user gave it: known now, or only after something is deployed. What is known can be checked.
 * It may be a secret, so it is never printed.
 */
public record Input(Output<String> output, Optional<String> known) {

    public static Input now(String text) {
        return new Input(Output.of(text), Optional.of(text));
    }

    /** As {@link #now}, of a text that Pulumi is to keep secret. */
    public static Input secret(String text) {
        return new Input(Output.ofSecret(text), Optional.of(text));
    }

    public static Input later(Output<String> text) {
        return new Input(text, Optional.empty());
    }

    @Override
    public String toString() {
        return known.isPresent() ? "[known]" : "[known after deployment]";
    }
}
