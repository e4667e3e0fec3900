package io.edgesocket.engine;

/**
 * Takes a program out of its {@code main} where its process would have ended. An error, so that a
 * {@code catch (Exception e)} on the way isn't met.
 */
final class ProgramEnd extends Error {
    private static final long serialVersionUID = 1;

    ProgramEnd(String message) {
        super(message);
    }
}
