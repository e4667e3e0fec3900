package io.edgesocket.engine;

import java.util.Optional;

/** The program failed, or needs something that no plan can give. The message is for the program's author. */
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProgramException(String message) {
        super(message);
    }

    public ProgramException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The error's own message, after the line in the user's code that caused it, if there is one. */
    static ProgramException of(Throwable failure) {
        var words = failure instanceof LinkageError // its message is only a class name
                ? failure.toString()
                : Optional.ofNullable(failure.getMessage())
                        .orElse(failure.getClass().getSimpleName());
        var place = UserCode.lineOf(failure).map(line -> line + ": ").orElse("");
        return new ProgramException(place + words, failure);
    }
}
