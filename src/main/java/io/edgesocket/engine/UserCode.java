package io.edgesocket.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Tells the user's own code from that of the libraries and of this project's parts, in a stack trace. */
final class UserCode {
    private static final Set<String> OTHERS = Set.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.pulumi.",
            "com.google.",
            "io.edgesocket.components.",
            "io.edgesocket.settings.",
            "io.edgesocket.engine.");

    private UserCode() {}

    /** {@code App.java:42}: the innermost line of the user's that led to the failure. */
    static Optional<String> lineOf(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> OTHERS.stream().noneMatch(frame.getClassName()::startsWith))
                .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }
}
