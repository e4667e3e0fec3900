package io.edgesocket.cli;

import io.edgesocket.compile.CompileException;
import io.edgesocket.engine.ProgramException;
import io.edgesocket.engine.ProjectException;
import io.edgesocket.init.InvalidProjectException;
import io.edgesocket.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports what went wrong: for a user's mistake its message, for one of ours also how to report it. */
final class Failures implements IExecutionExceptionHandler {
    static final String DEBUG = "--debug";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (arguments.expandedArgs().contains(DEBUG)) {
            failure.printStackTrace(command.getErr());
        }
        if (failure instanceof CompileException) {
            command.getErr().println("error: the program doesn't compile\n" + failure.getMessage());
        } else {
            message(failure).lines().forEach(line -> command.getErr().println("error: " + line));
        }
        if (exitCode(failure) == ExitCode.INTERNAL) {
            command.getErr()
                    .println("help: this is a mistake in edgesocket. Please report it with what "
                            + "`./edgesocket --version` and the same command with " + DEBUG + " print.");
        }
        return exitCode(failure);
    }

    private static int exitCode(Throwable failure) {
        return isUserMistake(failure) ? ExitCode.USAGE : ExitCode.INTERNAL;
    }

    private static boolean isUserMistake(Throwable failure) {
        return failure instanceof UsageException
                || failure instanceof ProjectException
                || failure instanceof ProgramException
                || failure instanceof CompileException
                || failure instanceof InvalidProjectException;
    }

    private static String message(Throwable failure) {
        if (failure.getCause() instanceof SettingsException settings) {
            return settings.getMessage(); // it names the keys; the line of code that read them doesn't help
        }
        return isUserMistake(failure) ? failure.getMessage() : failure.toString();
    }
}
