package io.edgesocket.cli;

/** What the command's exit codes mean. */
final class ExitCode {
    static final int DONE = 0;
    /** A problem, or a difference, in what was asked to be checked. */
    static final int FOUND = 1;
    /** Wrong usage, settings or program: the user's to mend. */
    static final int USAGE = 2;
    /** A mistake of ours. */
    static final int INTERNAL = 3;

    private ExitCode() {}
}
