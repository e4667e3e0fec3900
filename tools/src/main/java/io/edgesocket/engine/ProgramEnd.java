package io.edgesocket.engine;

/**
 * Leaves a program's {@code main} at the point where its process would have ended. It is an error, so that no
 * {@code catch (Exception e)} in the program catches it.
 */
final class ProgramEnd extends Error {
    private static final long serialVersionUID = 1;

    ProgramEnd(String message) {
        super(message);
    }
}
