package io.edgesocket.cli.call;

/** What the command's exit codes mean. */
public final class ExitCode {
    public static final int DONE = 0;
    /** The check found a problem or a difference. */
    public static final int FOUND = 1;
    /** Wrong usage, settings or program, or a file that this machine refuses: the user can correct it. */
    public static final int USAGE = 2;
    /** A mistake in edgesocket itself. */
    public static final int INTERNAL = 3;

    /** To the launcher: ended before a command was called. EX_TEMPFAIL of sysexits.h. */
    public static final int NOT_CALLED = 75;

    private ExitCode() {}
}
