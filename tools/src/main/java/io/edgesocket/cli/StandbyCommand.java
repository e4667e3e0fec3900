package io.edgesocket.cli;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.LauncherVariable;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.rehearsal.RehearsalProject;
import io.edgesocket.compile.CompileException;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.Planner;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.render.DiffText;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.PlanText;
import io.edgesocket.plan.render.Screen;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Most of a short command's time goes into the start of Java: classes are loaded, and slow until they are compiled. This
 * does it ahead, once for each command, so that nothing of one command is left for the next.
 */
@Command(
        name = "standby",
        hidden = true,
        description = "Prepares itself, waits for one command from the launcher, runs it, and ends.")
final class StandbyCommand implements Callable<Integer> {
    private static final Duration LOOK_PERIOD = Duration.ofSeconds(2);
    /** Of a local run, whose functions are ended first. */
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    @Parameters(description = "Of the launcher. Without it, nobody can call any more.")
    private Path folder;

    @Option(names = "--seconds", required = true, description = "How long to wait at most.")
    private int seconds;

    /** Whoever sets it decides whether a command runs here. */
    private final AtomicBoolean decided = new AtomicBoolean();

    @Override
    public Integer call() throws Exception {
        rehearse();
        var called = called();
        if (!decided.compareAndSet(false, true)) {
            return ExitCode.NOT_CALLED;
        }
        removeLink();
        endWith(called.launcher());
        LauncherVariable.EDGESOCKET_CWD.set(called.folder());
        LauncherVariable.EDGESOCKET_COLUMNS.set(called.columns());
        if (called.together()) {
            System.setErr(System.out); // two pipes would not keep the order of lines
        }
        Main.main(called.arguments().toArray(String[]::new));
        throw new AssertionError("a command ends the JVM");
    }

    /** It comes by a pipe, which is open for writing too: else there would be an end to read while no launcher has it open. */
    private CalledCommand called() throws IOException {
        try (var request = FileChannel.open(folder.resolve("request"), READ, WRITE)) {
            Files.writeString(
                    folder.resolve("ready"),
                    String.valueOf(ProcessHandle.current().pid()));
            var watch = new Thread(this::endWithoutCall, "standby-watch");
            watch.setDaemon(true);
            watch.start();
            return CalledCommand.read(Channels.newInputStream(request));
        }
    }

    private static void rehearse() throws Exception {
        try {
            RehearseCommand.compile();
        } catch (CompileException e) {
            // The command will tell, if it is still so.
        }
        RehearseCommand.play(RehearseCommand::echoBySocket);
        plan();
        plan(); // the first one loads what Java compiles in the second
        System.gc(); // so that the command is over before memory has to be freed
    }

    private static void plan() throws IOException {
        Main.parse("plan", "--stack", "rehearsal");
        var plan = Planner.plan(RehearsalProject.registrations(), StackOption.FOLDER);
        PlanText.render(plan, Screen.plain(), Folding.FOLDED);
        DiffText.render(PlanDiff.between(PlanJson.read(PlanJson.write(plan)), plan), Screen.plain(), Folding.FOLDED);
    }

    /** Ends the JVM when nobody has called for long, or nobody can: the launcher finds it by a link. */
    private void endWithoutCall() {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try {
            while (System.nanoTime() < end && isOffered()) {
                Thread.sleep(LOOK_PERIOD.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (decided.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(ExitCode.NOT_CALLED);
        }
    }

    /** Not when a launcher took it and then ended without a call: nobody else takes it. */
    private boolean isOffered() {
        return linked().isPresent() && Files.notExists(folder.resolve("taken"));
    }

    /** The link that the launcher finds it by, if it leads here. */
    private Optional<Path> linked() {
        var link = folder.resolveSibling("standby");
        try {
            return Files.readSymbolicLink(link).toString().endsWith(":" + folder)
                    ? Optional.of(link)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The next launcher looks for another. If its folder may not be written to any more, that one finds this one taken. */
    private void removeLink() {
        try {
            var link = linked();
            if (link.isPresent()) {
                Files.deleteIfExists(link.get());
            }
        } catch (IOException e) {
            // said above
        }
    }

    /** A user who ends the launcher means the command. */
    private static void endWith(long launcher) {
        ProcessHandle.of(launcher)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRunAsync(StandbyCommand::end);
    }

    /** In order, but not for longer than that takes: nobody is there who would see that it goes on. */
    private static void end() {
        CompletableFuture.delayedExecutor(END_LIMIT.toSeconds(), TimeUnit.SECONDS, Runnable::run)
                .execute(() -> Runtime.getRuntime().halt(ExitCode.NOT_CALLED));
        System.exit(ExitCode.NOT_CALLED);
    }
}
