package io.edgesocket.cli;

import static io.edgesocket.cli.StandbyProject.PLAN;
import static io.edgesocket.cli.StandbyProject.assertEnds;
import static io.edgesocket.cli.StandbyProject.awaitIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.local.StartedLocal;
import io.edgesocket.cli.local.TextClient;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A command that is run by the Java that waits for it. To prepare one takes seconds of CPU: so there is one project, and what
 * a test's last command started, the next test calls.
 */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class StandbyTest {
    private StandbyProject standing;

    /** What the program does beside its stack, while there is a file of that name. */
    private enum Act {
        TELL_RUN("java.nio.file.Files.writeString(java.nio.file.Path.of(\"runs\"), \"run \", "
                + "java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);"),
        SPIN("while (new java.io.File(\"SPIN\").exists()) { Thread.onSpinWait(); }"),
        FLOOD("for (int i = 0; i < 10_000; i++) { System.err.println(\"more than a pipe takes\"); }"),
        SPEAK("for (int i = 0; i < 50; i++) { System.out.println(\"out \" + i); System.err.println(\"err \" + i); }"),
        READ_INPUT("new ProcessBuilder(\"cat\").inheritIO().start().waitFor();");

        private final String statement;

        Act(String statement) {
            this.statement = statement;
        }

        private String inProgram() {
            return "if (new java.io.File(\"" + name() + "\").exists()) { try { " + statement
                    + " } catch (Exception e) { throw new RuntimeException(e); } }\n";
        }
    }

    @BeforeAll
    void copy(Project built, @TempDir Path folder) {
        standing = new StandbyProject(built.copyTo(folder));
        for (var act : Act.values()) {
            standing.project().insertInProgram(act.inProgram(), "ctx.export(\"url\"");
        }
    }

    @BeforeEach
    void rest() throws IOException {
        for (var act : Act.values()) {
            Files.deleteIfExists(standing.folder().resolve(act.name()));
        }
    }

    @AfterAll
    void end() throws Exception {
        standing.close();
    }

    /** The program, as it is edited by now, with its words in their order; the exit code; files, from another folder on. */
    @Test
    void it_does_what_a_java_started_now_does_and_the_next_one_waits() throws Exception {
        var standby = standing.standby();
        standing.project().replaceInProgram("\"out \"", "\"said \"");
        act(Act.SPEAK);
        act(Act.READ_INPUT);
        String[] diff = {"bash", "-c", "cd docs && ../edgesocket diff dev prod --exit-code --output äöü.txt 2>&1"};

        var outcome = standing.run(diff);

        assertThat(standby.isAlive()).isFalse();
        assertThat(standing.standby()).isNotEqualTo(standby);
        var file = standing.folder().resolve("docs/äöü.txt");
        var written = Files.readString(file);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(outcome.out()).contains("said 49\nerr 49\n");
        assertThat(outcome).isEqualTo(standing.runFresh(diff));
        assertThat(written).isEqualTo(Files.readString(file));
    }

    @Test
    void readers_that_stop_early_are_no_trouble() throws Exception {
        standing.standby();
        act(Act.FLOOD);

        var outcome = standing.run(
                "bash",
                "-c",
                "set -o pipefail; ./edgesocket plan --stack dev --all 2> >(head -n 1 > /dev/null) | head -n 1");

        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        assertThat(outcome.out()).hasLineCount(1);
    }

    @Test
    void a_disk_that_is_full_is_told_after_the_other_errors() throws Exception {
        assumeThat(Path.of("/dev/full")).exists();
        standing.standby();
        act(Act.SPEAK);

        var outcome = standing.run("bash", "-c", "./edgesocket plan --stack dev > /dev/full");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .startsWith("err 0\nerr 1\n")
                .endsWith("err 49\nerror: can't write to standard output: No space left on device; make room, or write "
                        + "elsewhere with --output\n");
    }

    @Test
    void who_ends_the_command_ends_it_too() throws Exception {
        var standby = standing.standby();
        act(Act.SPIN);
        var command = standing.start(PLAN);
        awaitIn(standing.link().getParent(), () -> !Files.isSymbolicLink(standing.link()));

        kill("TERM", command.toHandle());

        assertThat(command.waitFor()).isEqualTo(143);
        assertEnds(standby);
    }

    @Test
    void a_command_is_not_run_again_when_its_exit_code_got_lost() throws Exception {
        standing.standby();
        var keeper = standing.keeper();
        act(Act.TELL_RUN);
        act(Act.SPIN);
        var command = standing.start(PLAN);
        var runs = standing.folder().resolve("runs");
        awaitIn(standing.folder(), () -> Files.exists(runs) && Files.size(runs) > 0);

        kill("KILL", keeper);
        Files.delete(standing.folder().resolve(Act.SPIN.name()));

        assertThat(command.waitFor()).isEqualTo(137);
        assertThat(runs).hasContent("run ");
    }

    @Test
    void it_plays_a_stack_which_ends_as_any_local_run() throws Exception {
        var standby = standing.standby();
        var client = new TextClient();
        try (var local = new StartedLocal(standing.project(), standing.environment(), "dev", "--quiet")) {
            client.connect(local.edge());
            assertThat(standing.link()).doesNotExist();

            kill("INT", local.process().toHandle());

            assertThat(client.closed()).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(1001);
            assertThat(local.process().waitFor()).isEqualTo(130);
        }
        assertEnds(standby);
    }

    @Test
    void a_local_run_by_it_ends_with_the_command() throws Exception {
        var standby = standing.standby();
        try (var local = new StartedLocal(standing.project(), standing.environment(), "dev", "--quiet")) {
            kill("KILL", local.process().toHandle());

            assertEnds(standby);
        }
    }

    private void act(Act act) {
        standing.project().write(act.name(), "");
    }

    private void kill(String signal, ProcessHandle process) {
        assertThat(standing.run("kill", "-" + signal, String.valueOf(process.pid()))
                        .succeeded())
                .isTrue();
    }
}
