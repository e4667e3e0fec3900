package io.edgesocket.engine;

import java.util.Optional;

/** The program failed, or asked for what no plan can give. Its message is for the person who wrote the program. */
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProgramException(String message) {
        super(message);
    }

    public ProgramException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The error's own words, with the line of the user's file that raised it, where one did. */
    static ProgramException of(Throwable failure) {
        var words = failure instanceof LinkageError // its message is a class's name and no more
                ? failure.toString()
                : Optional.ofNullable(failure.getMessage())
                        .orElse(failure.getClass().getSimpleName());
        var place = UserCode.lineOf(failure).map(line -> line + ": ").orElse("");
        return new ProgramException(place + words, failure);
    }
}
