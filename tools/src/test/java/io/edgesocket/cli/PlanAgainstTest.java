package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Command.Outcome;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code plan --against}, on a real repository. In most of its commits a short script stands for the launcher: it prints
 * plans, or fails, so that nothing has to be built.
 */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class PlanAgainstTest {
    private static final String PROGRAM = "src/main/java/io/edgesocket/App.java";
    private static final String LAUNCHER = """
            #!/bin/sh
            case $1 in
              --version) if [ -e failure ]; then cat failure >&2; exit 2; fi
                         if [ -e slow ]; then read line < ../../../hold; fi ;;
              plan) cat "$3.json" || exit 2 ;;
            esac
            """;

    private Project project;
    private Project history;

    @BeforeAll
    void a_repository(Project built, @TempDir Path folder) throws IOException {
        project = built.copyTo(Files.createDirectories(folder.resolve("project")));
        history = new Project(Files.createDirectories(folder.resolve("history")));
        var plan = project.run("./edgesocket", "plan", "--stack", "dev", "--format", "json")
                .out();
        git(history, "init", "--quiet", "--initial-branch", "base");
        history.write("edgesocket", LAUNCHER);
        assertThat(history.folder().resolve("edgesocket").toFile().setExecutable(true))
                .isTrue();
        history.write("Pulumi.yaml", "name: edgesocket\nruntime: java\n");
        history.write("Pulumi.dev.yaml", "config: {}\n");
        history.write("dev.json", plan);
        history.write("Pulumi.old.yaml", "config: {}\n");
        history.write("old.json", plan.replace(":dev::", ":old::").replace("\"stack\": \"dev\"", "\"stack\": \"old\""));
        commit(history);

        branch("feature");
        history.write("dev.json", plan.replace("\"routeKey\": \"ping\"", "\"routeKey\": \"pong\""));
        git(history, "mv", "Pulumi.old.yaml", "Pulumi.qa.yaml");
        git(history, "mv", "old.json", "qa.json");
        commit(history);

        branch("broken");
        history.write(
                "failure", "[INFO] much\n[ERROR] COMPILATION ERROR :\n[ERROR] App.java:[3,5] ';' expected\n[ERROR] \n");
        commit(history);

        branch("refused");
        git(history, "rm", "--quiet", "dev.json");
        commit(history);

        branch("renamed");
        history.write("Pulumi.yaml", "name: talk\nruntime: java\n");
        commit(history);

        branch("bare");
        git(history, "rm", "--quiet", "edgesocket");
        commit(history);

        branch("slow");
        history.write("slow", "");
        commit(history);

        project.write(".gitignore", "target/\nhold\n");
        git(project, "init", "--quiet", "--initial-branch", "real");
        commit(project);
        git(project, "fetch", "--quiet", history.folder().toString(), "+refs/heads/*:refs/heads/*");
    }

    @AfterEach
    void nothing_is_left_behind() {
        assertThat(project.run("git", "worktree", "list").out()).hasLineCount(1);
        assertThat(project.folder().resolve("target/revisions")).doesNotExist();
    }

    @Test
    void two_commits_are_compared_stack_by_stack() {
        var outcome = against("base..feature");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .startsWith("base (")
                .contains(
                        "\n~ dev  1 changed\n",
                        "\n- old  has no file any more",
                        "\n+ qa  new: ",
                        "~ routeKey: \"ping\" → \"pong\"");
    }

    @Test
    void one_stack_is_compared_if_it_is_named() {
        assertThat(against("base..feature", "--stack", "dev").out()).doesNotContain("old", "qa");
    }

    @Test
    void three_dots_compare_with_where_a_branch_was_left() {
        assertThat(against("broken...feature").out())
                .startsWith("merge base of broken (")
                .contains("\n~ dev  1 changed\n");
    }

    @Test
    void the_exit_code_tells_of_a_difference_if_it_is_asked_to() {
        assertThat(against("base..feature", "--exit-code").exitCode()).isOne();
        assertThat(against("base..base", "--exit-code").exitCode()).isZero();
    }

    @Test
    void a_comment_holds_all_stacks() {
        assertThat(against("base..feature", "--format", "markdown").out())
                .contains("| `~` | `dev` | `1 changed` |  |", "<details><summary>dev: 1 changed</summary>")
                .endsWith("<!-- edgesocket against edgesocket -->\n");
    }

    @Test
    void the_program_of_a_commit_is_built_there_and_the_files_of_now_are_compared_with_it() {
        var before = project.read(PROGRAM);
        try {
            project.write(PROGRAM, before.replace(".route(\"ping\"", ".route(\"pong\""));

            var outcome = against("HEAD");

            assertThat(outcome.out())
                    .contains(
                            "→ the working tree, with 1 file that isn't committed\n",
                            "\n+ chat-pong  ",
                            "\n- chat-ping  ")
                    .contains("downtime: chat-ping is deleted");
            assertThat(outcome.err()).startsWith("building and planning HEAD (").hasLineCount(1);
        } finally {
            project.write(PROGRAM, before);
        }
    }

    @Test
    void a_commit_that_does_not_build_is_told_with_its_errors() {
        var outcome = against("broken..feature");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains(" doesn't build:\n", "COMPILATION ERROR :\n", "App.java:[3,5] ';' expected\n");
    }

    @Test
    void a_stack_that_can_not_be_planned_leaves_the_others() {
        var outcome = against("base..refused");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out())
                .contains("~ dev  can't be compared: refused (", "dev.json: No such file or directory")
                .contains("  unchanged: old\n");
    }

    @Test
    void a_project_of_another_name_is_told() {
        assertThat(against("base..renamed").out())
                .contains("The project is named talk, and was edgesocket: to Pulumi that is another project");
    }

    @Test
    void a_commit_without_the_launcher_is_told() {
        assertThat(against("bare").err()).contains(" has no ./edgesocket, by which it could be planned\n");
    }

    @Test
    void a_name_that_means_no_commit_is_told() {
        assertThat(against("no-such").err())
                .isEqualTo(
                        "error: there is no commit \"no-such\" here: give a branch, a tag or a commit; if only the remote "
                                + "has it, fetch it first: git fetch origin no-such\n");
    }

    @Test
    void a_stack_that_is_nowhere_is_told() {
        assertThat(against("base..feature", "--stack", "nope").err())
                .contains("error: no stack \"nope\": neither base (", " has a Pulumi.nope.yaml\n");
    }

    @Test
    void an_option_is_no_commit() {
        assertThat(against("-x").err()).contains("there is no commit \"-x\" here");
    }

    @Test
    void who_ends_the_command_ends_what_it_started_and_leaves_nothing() throws Exception {
        project.run("mkfifo", "hold");
        var command = start("slow");
        try (var hold =
                Files.newOutputStream(project.folder().resolve("hold"))) { // opens once the commit's launcher reads
            command.destroy();
            assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(project.folder().resolve("target/revisions")).doesNotExist();
        } finally {
            project.run("rm", "hold");
        }
    }

    @Test
    void what_a_killed_command_left_the_next_one_removes() throws Exception {
        project.run("mkfifo", "hold");
        var command = start("slow");
        try (var hold = Files.newOutputStream(project.folder().resolve("hold"))) {
            command.destroyForcibly().waitFor();
            assertThat(project.folder().resolve("target/revisions")).isDirectory();
        } finally {
            project.run("rm", "hold");
        }

        assertThat(against("base..base").exitCode()).isZero();
    }

    private Process start(String range) throws IOException {
        var command = Command.of(List.of("./edgesocket", "plan", "--against=" + range))
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return command.start();
    }

    private Outcome against(String range, String... more) {
        var command = new ArrayList<>(List.of("./edgesocket", "plan", "--against=" + range));
        command.addAll(List.of(more));
        return Command.run(project.folder(), Map.of(), command);
    }

    private void branch(String name) {
        git(history, "switch", "--quiet", "--create", name, "base");
    }

    private static void commit(Project repository) {
        git(repository, "add", "--all");
        git(repository, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "a change");
    }

    private static void git(Project repository, String... arguments) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var outcome = Command.run(repository.folder(), Map.of(), command);
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
    }
}
