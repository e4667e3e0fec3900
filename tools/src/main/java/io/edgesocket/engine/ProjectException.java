package io.edgesocket.engine;

/** A project's or a stack's file is missing or can't be read. The message names the file, and the place in it. */
public final class ProjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProjectException(String message) {
        super(message);
    }
}
