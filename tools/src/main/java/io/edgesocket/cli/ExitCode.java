package io.edgesocket.cli;

/** What the command's exit codes mean. */
final class ExitCode {
    static final int DONE = 0;
    /** The check found a problem or a difference. */
    static final int FOUND = 1;
    /** Wrong usage, settings or program: the user can correct it. */
    static final int USAGE = 2;
    /** A mistake in edgesocket itself. */
    static final int INTERNAL = 3;

    /** To the launcher: ended before a command was called. EX_TEMPFAIL of sysexits.h. */
    static final int NOT_CALLED = 75;

    private ExitCode() {}
}
