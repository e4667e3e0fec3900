package io.edgesocket.probe;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why a check didn't pass.
 *
 * @param cause  the likely one
 * @param change what mends it
 */
public record Diagnosis(String cause, String change) {
    /** That of a failure or a warning. */
    public static Optional<Diagnosis> of(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return Optional.of(failed.diagnosis());
        }
        return outcome instanceof Outcome.Warned warned ? Optional.of(warned.diagnosis()) : Optional.empty();
    }

    Diagnosis with(UnaryOperator<String> texts) {
        return new Diagnosis(texts.apply(cause), texts.apply(change));
    }
}
