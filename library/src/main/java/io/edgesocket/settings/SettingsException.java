package io.edgesocket.settings;

import com.pulumi.exceptions.RunException;
import io.edgesocket.components.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A stack's settings can't be used. Its message has a line for each problem; no secret's value is in it. Pulumi shows
 * the message of a {@link RunException} and no stack trace.
 */
public final class SettingsException extends RunException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public SettingsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that was found, in the order of the keys. */
    public List<Problem> problems() {
        return problems;
    }
}
