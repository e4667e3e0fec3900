package io.edgesocket.cli.call;

import io.edgesocket.compile.CompileException;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.engine.ProgramException;
import io.edgesocket.engine.ProjectException;
import io.edgesocket.init.InvalidProjectException;
import io.edgesocket.revision.RevisionException;
import io.edgesocket.settings.SettingsException;
import io.edgesocket.text.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports what went wrong: for a user's mistake its message, for one of ours also how to report it. */
public final class Failures implements IExecutionExceptionHandler {
    public static final String DEBUG = "--debug";
    /** Characters of an internal error's own words. */
    private static final int SHOWN = 500;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        return report(failure, arguments.expandedArgs().contains(DEBUG), command.getErr());
    }

    /** @return the exit code */
    public static int report(Throwable failure, boolean debug, PrintWriter errors) {
        if (debug) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            errors.print(Printable.lines(trace.toString()));
        }
        if (failure instanceof CompileException) {
            errors.println("error: the program doesn't compile\n" + Printable.lines(failure.getMessage()));
        } else {
            lines(failure).forEach(errors::println);
        }
        if (exitCode(failure) == ExitCode.INTERNAL) {
            errors.println("help: this is a mistake in edgesocket. Please report it with what "
                    + "`./edgesocket --version` and the same command with " + DEBUG + " print.");
        }
        errors.flush();
        return exitCode(failure);
    }

    /**
     * A line for each problem. What a message says in further lines is set in: these may come from a file, and must not
     * look like an error of their own.
     */
    private static Stream<String> lines(Throwable failure) {
        if (failure.getCause() instanceof SettingsException settings) { // the line of code that read them doesn't help
            return settings.lines().stream().map(line -> "error: " + Printable.of(line));
        }
        var lines = message(failure).lines().map(Printable::of).toList();
        var problems = failure.getCause() instanceof InvalidArgumentsException wrong
                ? wrong.problems().size()
                : 1;
        return IntStream.range(0, lines.size())
                .mapToObj(line -> (line == 0 || problems == lines.size() ? "error: " : "       ") + lines.get(line));
    }

    /** What a user can mend, in lines; what else went wrong is thrown on. */
    public static String mistake(RuntimeException failure) {
        if (!isUserMistake(failure)) {
            throw failure;
        }
        return text(failure);
    }

    /** What went wrong, in lines. */
    public static String text(Throwable failure) {
        return failure instanceof CompileException
                ? "the program doesn't compile\n" + failure.getMessage()
                : lines(failure).map(line -> line.replaceFirst("^error: ", "")).collect(Collectors.joining("\n"));
    }

    private static int exitCode(Throwable failure) {
        return isUserMistake(failure) ? ExitCode.USAGE : ExitCode.INTERNAL;
    }

    private static boolean isUserMistake(Throwable failure) {
        return failure instanceof UsageException
                || failure instanceof ProjectException
                || failure instanceof ProgramException
                || failure instanceof CompileException
                || failure instanceof InvalidProjectException
                || failure instanceof RevisionException
                || RefusedFile.in(failure).isPresent();
    }

    private static String message(Throwable failure) {
        return RefusedFile.in(failure)
                .orElseGet(
                        () -> isUserMistake(failure) ? failure.getMessage() : Printable.of(failure.toString(), SHOWN));
    }
}
