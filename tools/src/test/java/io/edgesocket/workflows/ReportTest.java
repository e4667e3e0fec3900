package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report of {@code preview.yml}, by the real command on the merge commit of a pull request. What is merged into is
 * planned by a short script, so that it needn't be built.
 */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ReportTest {
    private static final String LAUNCHER = """
            #!/bin/sh
            case $1 in
              --version) if [ -e failure ]; then cat failure >&2; exit 2; fi ;;
              plan) cat "$3.json" || exit 2 ;;
            esac
            """;

    private Project project;
    private Runner runner;

    @BeforeAll
    void a_repository(Project built, @TempDir Path folder) throws IOException {
        project = built.copyTo(Files.createDirectories(folder.resolve("project")));
        runner = Runner.in(project.folder(), Files.createDirectories(folder.resolve("desk")));
        var plan = project.run("./edgesocket", "plan", "--stack", "dev", "--format", "json")
                .out();
        project.write(".gitignore", "target/\nreport/\npreviews/\n");
        git(project, "init", "--quiet", "--initial-branch", "work");
        commit(project);
        git(project, "switch", "--quiet", "--detach");

        var history = new Project(Files.createDirectories(folder.resolve("history")));
        git(history, "init", "--quiet", "--initial-branch", "renamed");
        history.write("edgesocket", LAUNCHER);
        assertThat(history.folder().resolve("edgesocket").toFile().setExecutable(true))
                .isTrue();
        history.write("Pulumi.yaml", "name: edgesocket\nruntime: java\n");
        history.write("Pulumi.dev.yaml", "config: {}\n");
        history.write(
                "dev.json", plan.replace("::cdn\"", "::front\"").replace("\"name\": \"cdn\"", "\"name\": \"front\""));
        history.write("Pulumi.old.yaml", "config: {}\n");
        history.write("old.json", plan.replace(":dev::", ":old::").replace("\"stack\": \"dev\"", "\"stack\": \"old\""));
        commit(history);
        git(history, "switch", "--quiet", "--create", "broken");
        history.write(
                "failure", "[ERROR] COMPILATION ERROR :\n[ERROR] App.java:[3,5] ';' expected @team ```\n[ERROR] \n");
        commit(history);
        git(project, "fetch", "--quiet", history.folder().toString(), "+refs/heads/*:refs/heads/*");
    }

    @Test
    void a_renamed_component_and_a_deleted_stack_are_told() throws IOException {
        merge("renamed");

        var outcome = report("no");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(written())
                .contains("| `-` | `old` | `has no file any more")
                .contains("| `+` | `prod` | `new: ")
                .contains("| `~` | `dev` | `", "created", "deleted", "**downtime**: `front`")
                .endsWith("<!-- edgesocket against edgesocket -->\n");
    }

    @Test
    void a_preview_stands_beside_its_plan_and_one_that_is_missing_is_a_failure() throws IOException {
        merge("renamed");
        Files.createDirectories(project.folder().resolve("previews"));
        Files.copy(
                Project.ofRepository().folder().resolve("tools/src/test/resources/previews/changed.json"),
                project.folder().resolve("previews/dev.json"));

        var outcome = report("yes");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(written())
                .contains("|  | Stack | What | On AWS | Mind |")
                .contains("`2 to create, 3 to update, 1 to replace`", "**changed outside**: `chat: description`")
                .contains("**`the preview failed: there is no previews/prod.json`**");
    }

    @Test
    void a_base_that_does_not_compile_is_told_in_the_place_of_a_report() throws IOException {
        merge("broken");

        var outcome = report("no");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(written())
                .startsWith("**There is no report of what this change does.**")
                .contains("````text\n", "COMPILATION ERROR", "App.java:[3,5] ';' expected @team ```\n")
                .contains("[The run](https://github.com/acme/chat/actions/runs/7)");
    }

    /** As GitHub checks a pull request out: its first parent is what it is merged into. */
    private void merge(String base) throws IOException {
        var commit = project.run(
                        "git",
                        "-c",
                        "user.name=t",
                        "-c",
                        "user.email=t@example.com",
                        "commit-tree",
                        "work^{tree}",
                        "-p",
                        base,
                        "-p",
                        "work",
                        "-m",
                        "merge")
                .out()
                .strip();
        git(project, "update-ref", "--no-deref", "HEAD", commit);
        Files.deleteIfExists(project.folder().resolve("report/report.md"));
    }

    private Outcome report(String previewed) {
        return runner.run(
                Workflow.of("preview.yml").job("report").step("Write the report"),
                Map.of(
                        "needs.preview.result != 'skipped' && 'yes' || 'no'", previewed,
                        "github.server_url", "https://github.com",
                        "github.repository", "acme/chat",
                        "github.run_id", "7"));
    }

    private String written() {
        return project.read("report/report.md");
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
