package io.edgesocket.components;

import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A component was given arguments that AWS, or the component, can't accept. Nothing of it was registered. Pulumi shows
 * a {@link RunException} as its message alone, without the stack trace that other exceptions come with.
 */
public final class InvalidArgumentsException extends RunException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public InvalidArgumentsException(String component, String name, List<Problem> problems) {
        this(component + " \"" + name + '"', problems);
    }

    /** @param of what the arguments are of, as messages begin with it */
    public InvalidArgumentsException(String of, List<Problem> problems) {
        super(problems.stream().map(problem -> of + ": " + problem).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that was found, in the order of the arguments. */
    public List<Problem> problems() {
        return problems;
    }
}
