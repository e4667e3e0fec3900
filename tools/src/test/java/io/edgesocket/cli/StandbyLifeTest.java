package io.edgesocket.cli;

import static io.edgesocket.cli.StandbyProject.PLAN;
import static io.edgesocket.cli.StandbyProject.assertEnds;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.local.StartedLocal;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When a Java is started ahead of the next command, whether that is run by it, and when it ends without one. */
@ExtendWith(BuiltProject.class)
@Timeout(120)
class StandbyLifeTest {
    @TempDir
    Path folder;

    private StandbyProject standing;

    @BeforeEach
    void copy(Project built) {
        standing = new StandbyProject(built.copyTo(folder));
    }

    @AfterEach
    void end() throws Exception {
        standing.close();
    }

    /** One after the other: each leaves a Java that waits for what was the case. */
    @Test
    void it_is_called_only_if_a_java_started_now_would_be_the_same() throws Exception {
        standing.project()
                .insertInProgram(
                        "ctx.export(\"who\", com.pulumi.core.Output.of(\"\" + System.getenv(\"WHO\")));",
                        "ctx.export(\"url\"");
        var standby = standing.standby();
        standing.environment().put("WHO", "another");
        assertThat(standing.run(PLAN).out()).contains("another");
        assertEnds(standby);

        standby = standing.standby();
        standing.run("bash", "-c", "umask 077 && ./edgesocket plan --stack dev --output private.txt");
        assertThat(Files.getPosixFilePermissions(folder.resolve("private.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertEnds(standby);
    }

    /** As Maven does for a developer of EdgeSocket. The command goes on to archive the jar's classes, which nobody needs here. */
    @Test
    void it_is_not_called_if_a_jar_was_built_since() throws Exception {
        var standby = standing.standby();
        var jar = folder.resolve("tools/target/edgesocket-tools.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        standing.project()
                .insertInProgram(
                        "while (new java.io.File(\"pom.xml\").exists()) { Thread.onSpinWait(); }",
                        "ctx.export(\"url\"");

        var command = standing.start(PLAN);

        try {
            assertEnds(standby);
        } finally {
            var started = command.descendants().toList();
            command.destroyForcibly().waitFor();
            started.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** For instance an agent, which listens on a port. */
    @Test
    void none_waits_with_options_for_every_java() {
        standing.environment().put("JAVA_TOOL_OPTIONS", "-Dcolour=blue");

        assertThat(standing.run(PLAN).succeeded()).isTrue();

        assertThat(Files.isSymbolicLink(standing.link())).isFalse();
    }

    @Test
    void while_a_stack_is_played_one_waits_for_the_next_command() throws Exception {
        try (var local = new StartedLocal(standing.project(), standing.environment(), "dev", "--quiet")) {
            assertThat(standing.standby().isAlive()).isTrue();
            assertThat(local.process().isAlive()).isTrue();
        }
    }

    @Test
    void it_ends_when_the_build_is_removed_or_who_took_it_doesnt_call() throws Exception {
        var standby = standing.standby();
        standing.run("bash", "-c", "rm -r target/standby*");
        assertEnds(standby);

        standby = standing.standby();
        Files.createFile(standing.standbyFolder().resolve("taken"));
        assertEnds(standby);
    }

    @Test
    void it_ends_when_nobody_calls() throws Exception {
        standing.environment().put("EDGESOCKET_STANDBY", "1");

        assertEnds(standing.standby());
    }

    @Test
    void the_seconds_must_be_a_number() {
        standing.environment().put("EDGESOCKET_STANDBY", "long");

        var outcome = standing.run(PLAN);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("edgesocket: EDGESOCKET_STANDBY is \"long\": give a number of seconds, 0 for none\n");
    }
}
