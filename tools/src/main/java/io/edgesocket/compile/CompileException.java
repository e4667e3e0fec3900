package io.edgesocket.compile;

/** The program's sources don't compile. The message has the compiler's own, each with its place in a file. */
public final class CompileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CompileException(String message) {
        super(message);
    }
}
