package io.edgesocket.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A project whose commands start a Java ahead of the next one. */
final class StandbyProject implements AutoCloseable {
    static final String[] PLAN = {"./edgesocket", "plan", "--stack", "dev"};

    private final Project project;
    private final Map<String, String> environment = new HashMap<>(Map.of("EDGESOCKET_STANDBY", "100"));

    StandbyProject(Project project) {
        this.project = project;
    }

    Project project() {
        return project;
    }

    Path folder() {
        return project.folder();
    }

    /** The variables of its commands. */
    Map<String, String> environment() {
        return environment;
    }

    /** Runs a command, which may be by the Java that waits. */
    Command.Outcome run(String... command) {
        return Command.run(folder(), environment, List.of(command));
    }

    /** Runs a command by a Java of its own. */
    Command.Outcome runFresh(String... command) {
        return Command.run(folder(), Map.of("EDGESOCKET_STANDBY", "0"), List.of(command));
    }

    Process start(String... command) throws IOException {
        var builder = Command.of(List.of(command)).directory(folder().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The process that waits, as soon as it does. A command is run if there is none. */
    ProcessHandle standby() throws Exception {
        if (!Files.isSymbolicLink(link())) {
            assertThat(run(PLAN).succeeded()).isTrue();
        }
        awaitIn(link().getParent(), () -> Files.isSymbolicLink(link()));
        var ready = standbyFolder().resolve("ready");
        awaitIn(ready.getParent(), () -> Files.exists(ready) && Files.size(ready) > 0);
        return ProcessHandle.of(Long.parseLong(Files.readString(ready))).orElseThrow();
    }

    Path link() {
        return folder().resolve("target/standby");
    }

    /** Where the launcher finds the Java that waits. */
    Path standbyFolder() throws IOException {
        return folder().resolve(linked(link())[1]);
    }

    /** The process that looks after the Java that waits. */
    ProcessHandle keeper() throws IOException {
        return ProcessHandle.of(Long.parseLong(linked(link())[0])).orElseThrow();
    }

    private static String[] linked(Path link) throws IOException {
        return Files.readSymbolicLink(link).toString().split(":", 2);
    }

    static void assertEnds(ProcessHandle process) {
        assertThat(process.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
    }

    /** Waits for what a process does to the files of a folder. */
    static void awaitIn(Path folder, Callable<Boolean> happened) throws Exception {
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            while (!happened.call()) {
                watch.poll(60, TimeUnit.SECONDS).reset();
            }
        }
    }

    /**
     * With all that looks after it, or it would write into the folder while that is removed. The command may still be about
     * to start one, in the background: in a folder that isn't there it doesn't.
     */
    @Override
    public void close() throws Exception {
        var link = Files.move(folder().resolve("target"), folder().resolve("ended"))
                .resolve("standby");
        if (Files.isSymbolicLink(link)) {
            var processes = ProcessHandle.of(Long.parseLong(linked(link)[0])).stream()
                    .flatMap(keeper -> Stream.concat(Stream.of(keeper), keeper.descendants()))
                    .toList();
            processes.forEach(ProcessHandle::destroyForcibly);
            for (var process : processes) {
                process.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }
}
