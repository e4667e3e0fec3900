package io.edgesocket.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.local.StartedLocal;
import io.edgesocket.cli.local.TextClient;
import io.edgesocket.workspace.BuiltProject;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Java that the launcher starts ahead of the next command. */
@ExtendWith(BuiltProject.class)
@Timeout(120)
class StandbyTest {
    private static final String PROGRAM = "src/main/java/io/edgesocket/App.java";
    private static final String[] PLAN = {"./edgesocket", "plan", "--stack", "dev"};

    @TempDir
    Path folder;

    private Project project;
    private final Map<String, String> environment = new HashMap<>(Map.of("EDGESOCKET_STANDBY", "100"));

    @BeforeEach
    void copy(Project built) {
        project = built.copyTo(folder);
    }

    /**
     * With all that looks after it, or it would write into the folder while that is removed. The command may still be about
     * to start one, in the background: in a folder that isn't there it doesn't.
     */
    @AfterEach
    void end() throws Exception {
        var link = Files.move(folder.resolve("target"), folder.resolve("ended")).resolve("standby");
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

    @Test
    void it_runs_the_next_command_and_no_other() throws Exception {
        var former = run(PLAN);
        var standby = standby();
        project.write(PROGRAM, project.read(PROGRAM).replace(".route(\"ping\"", ".route(\"pong\""));

        var outcome = run(PLAN);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo(former.out().replace("ping", "pong"));
        assertThat(standby.isAlive()).isFalse();
        assertThat(standby()).isNotEqualTo(standby);
    }

    @Test
    void what_goes_wrong_in_it_is_told_as_by_any_other() throws Exception {
        var told = run("./edgesocket", "plan", "--stack", "äöü x");
        standby();

        assertThat(run("./edgesocket", "plan", "--stack", "äöü x")).isEqualTo(told);
    }

    @Test
    void files_are_those_of_the_folder_where_it_is_called() throws Exception {
        run(PLAN);
        standby();

        var outcome = run("bash", "-c", "cd docs && ../edgesocket plan --stack dev --format json --output plan.json");

        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        assertThat(folder.resolve("docs/plan.json")).isNotEmptyFile();
    }

    @Test
    void a_program_reads_the_variables_of_now() throws Exception {
        insert("ctx.export(\"who\", com.pulumi.core.Output.of(System.getenv(\"WHO\")));");
        environment.put("WHO", "one");
        assertThat(run(PLAN).out()).contains("one");
        var standby = standby();
        environment.put("WHO", "another");

        assertThat(run(PLAN).out()).contains("another");
        assertEnds(standby);
    }

    @Test
    void a_reader_that_stops_early_and_a_disk_that_is_full_are_no_trouble() throws Exception {
        run(PLAN);
        standby();
        assertThat(run("bash", "-c", "set -o pipefail; ./edgesocket plan --stack dev --all | head -n 1")
                        .out())
                .hasLineCount(1);
        if (Files.exists(Path.of("/dev/full"))) {
            standby();
            var outcome = run("bash", "-c", "./edgesocket plan --stack dev > /dev/full");
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(outcome.err())
                    .isEqualTo("error: can't write to standard output: No space left on device; make room, or write "
                            + "elsewhere with --output\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "KILL,137"})
    void who_ends_the_command_ends_it_too(String signal, int exitCode) throws Exception {
        insert("while (new java.io.File(\"endless\").exists()) { Thread.onSpinWait(); }");
        run(PLAN);
        var standby = standby();
        project.write("endless", "");
        var command = Command.of(List.of(PLAN)).directory(folder.toFile());
        command.environment().putAll(environment);
        var called = command.start();
        awaitIn(link().getParent(), () -> !Files.isSymbolicLink(link()));

        run("kill", "-" + signal, String.valueOf(called.pid()));

        assertThat(called.waitFor()).isEqualTo(exitCode);
        assertEnds(standby);
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "INT,130"})
    void it_plays_a_stack_which_ends_as_any_local_run(String signal, int exitCode) throws Exception {
        run(PLAN);
        var standby = standby();
        var client = new TextClient();
        try (var local = new StartedLocal(project, environment, "dev", "--quiet")) {
            client.connect(local.edge());
            assertThat(link()).doesNotExist();

            run("kill", "-" + signal, String.valueOf(local.process().pid()));

            assertThat(client.closed()).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(1001);
            assertThat(local.process().waitFor()).isEqualTo(exitCode);
        }
        assertEnds(standby);
    }

    @Test
    void a_local_run_by_it_ends_with_the_command() throws Exception {
        run(PLAN);
        var standby = standby();
        try (var local = new StartedLocal(project, environment, "dev", "--quiet")) {
            run("kill", "-KILL", String.valueOf(local.process().pid()));

            assertEnds(standby);
        }
    }

    @Test
    void while_a_stack_is_played_one_waits_for_the_next_command() throws Exception {
        try (var local = new StartedLocal(project, environment, "dev", "--quiet")) {
            assertThat(standby().isAlive()).isTrue();
            assertThat(local.process().isAlive()).isTrue();
        }
    }

    @Test
    void it_ends_when_the_build_is_removed_or_nobody_calls() throws Exception {
        run(PLAN);
        var first = standby();
        run("bash", "-c", "rm -r target/standby*");
        assertEnds(first);

        environment.put("EDGESOCKET_STANDBY", "1");
        run(PLAN);
        assertEnds(standby());
    }

    @Test
    void it_ends_when_who_took_it_doesnt_call() throws Exception {
        run(PLAN);
        var standby = standby();

        project.write(linked(link())[1] + "/taken", "");

        assertEnds(standby);
    }

    @Test
    void the_seconds_must_be_a_number() {
        environment.put("EDGESOCKET_STANDBY", "long");

        var outcome = run(PLAN);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("edgesocket: EDGESOCKET_STANDBY is \"long\": give a number of seconds, 0 for none\n");
    }

    private static void assertEnds(ProcessHandle process) {
        assertThat(process.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private void insert(String statement) {
        var before = "ctx.export(\"url\"";
        project.write(PROGRAM, project.read(PROGRAM).replace(before, statement + before));
    }

    private Command.Outcome run(String... command) {
        return Command.run(folder, environment, List.of(command));
    }

    /** The process that waits, as soon as it does: a command starts it in the background. */
    private ProcessHandle standby() throws Exception {
        awaitIn(link().getParent(), () -> Files.isSymbolicLink(link()));
        var ready = folder.resolve(linked(link())[1]).resolve("ready");
        awaitIn(ready.getParent(), () -> Files.exists(ready) && Files.size(ready) > 0);
        return ProcessHandle.of(Long.parseLong(Files.readString(ready))).orElseThrow();
    }

    private Path link() {
        return folder.resolve("target/standby");
    }

    /** The process that looks after the one that waits, and its folder. */
    private static String[] linked(Path link) throws IOException {
        return Files.readSymbolicLink(link).toString().split(":", 2);
    }

    private static void awaitIn(Path folder, Callable<Boolean> happened) throws Exception {
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            while (!happened.call()) {
                watch.poll(60, TimeUnit.SECONDS).reset();
            }
        }
    }
}
