package io.edgesocket.engine;

import java.util.Arrays;
import java.util.Optional;

/** Tells the user's own code from all other, in a stack trace, by the loader that a {@link Program} has of its own. */
final class UserCode {
    private UserCode() {}

    /** {@code App.java:42}: the innermost line of the user's that led to the failure. */
    static Optional<String> lineOf(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> ProgramLoader.NAME.equals(frame.getClassLoaderName()))
                .filter(frame -> !frame.getClassName().equals(ProgramCalls.class.getName()))
                .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }
}
