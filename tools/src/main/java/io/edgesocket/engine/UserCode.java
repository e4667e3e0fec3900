package io.edgesocket.engine;

import java.util.Arrays;
import java.util.Optional;

/** Finds the user's own code in a stack trace: it is what a {@link ProgramLoader} loaded. */
final class UserCode {
    private UserCode() {}

    /** {@code App.java:42}: the innermost line of the user's code in the failure's stack trace. */
    static Optional<String> lineOf(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> ProgramLoader.NAME.equals(frame.getClassLoaderName()))
                .filter(frame -> !frame.getClassName().equals(ProgramCalls.class.getName()))
                .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }
}
