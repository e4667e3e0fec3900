package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Command.Outcome;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the workflows preview, and then deploy or don't, with the real engine and a state in files. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewedStackTest {
    /** A pull request 1 that was merged as c and previewed; what its preview kept is what lies in {@code reviewed}. */
    private static final String GH = """
            #!/usr/bin/env bash
            case "$*" in
              *commits/c/pulls) echo '[{"number": 1, "merged_at": "2026-11-29", "merge_commit_sha": "c"}]' ;;
              *pulls/1) echo '{"head": {"sha": "h"}}' ;;
              *workflow*) echo '{"workflow_runs": [{"id": 5, "head_repository": {"full_name": "acme/chat"}}]}' ;;
              "run download"*) cp reviewed/dev.txt "${@: -1}/" ;;
            esac
            """;

    private Outcome preview;
    private Outcome reviewed;
    private Outcome otherPlan;
    private Outcome moved;
    private Outcome environment;
    private Outcome gone;

    @BeforeAll
    void a_pull_request_s_life(Project built, @TempDir Path folder) throws IOException {
        var project = built.copyTo(folder);
        var bin = Files.createDirectories(folder.resolve("target/bin"));
        Files.writeString(bin.resolve("gh"), GH);
        assertThat(bin.resolve("gh").toFile().setExecutable(true)).isTrue();
        var more = Map.of(
                "PATH", bin + ":" + System.getenv("PATH"),
                "STACK", "dev",
                "COMMIT", "c",
                "PR", "",
                "STATE", "yes",
                "GITHUB_REPOSITORY", "acme/chat");
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");
            up(pulumi);
            project.insertInProgram(".route(\"time\", Route.mock(\"{}\"))", ".route(\"ping\"");
            preview = pulumi.command(more, "bash", ".github/scripts/preview.sh");
            reviewed = pulumi.command(more, "bash", ".github/scripts/reviewed.sh");
            up(pulumi);
            moved = pulumi.command(more, "bash", ".github/scripts/reviewed.sh");
            project.insertInProgram(".route(\"late\", Route.mock(\"{}\"))", ".route(\"ping\"");
            otherPlan = pulumi.command(more, "bash", ".github/scripts/reviewed.sh");
            var ofPullRequest = Map.of("PR", "12");
            environment = pulumi.command(ofPullRequest, "bash", ".github/scripts/environment.sh", "up");
            Files.delete(folder.resolve("Pulumi.pr-12.yaml")); // another run has another checkout
            gone = pulumi.command(ofPullRequest, "bash", ".github/scripts/environment.sh", "down");
        }
    }

    @Test
    void a_preview_is_kept_and_what_it_showed_may_be_deployed() {
        assertThat(preview.exitCode()).as(preview.toString()).isZero();
        assertThat(reviewed.exitCode()).as(reviewed.toString()).isZero();
        assertThat(reviewed.out()).endsWith("dev is what pull request #1 showed.\n");
    }

    @Test
    void after_another_deployment_the_same_commit_is_stopped() {
        assertThat(moved.exitCode()).isOne();
        assertThat(moved.out()).contains("the state of dev has moved since pull request #1 was previewed");
    }

    @Test
    void another_program_is_stopped() {
        assertThat(otherPlan.exitCode()).isOne();
        assertThat(otherPlan.out()).contains("the plan of dev isn't the one that pull request #1 showed");
    }

    @Test
    void a_pull_request_s_environment_comes_and_goes() {
        assertThat(environment.exitCode()).as(environment.toString()).isZero();
        assertThat(gone.exitCode()).as(gone.toString()).isZero();
        assertThat(gone.out()).contains("the history and configuration removed");
    }

    private static void up(Pulumi pulumi) {
        var step = pulumi.step("up", "--yes", "--skip-preview");
        assertThat(step.outcome().succeeded()).as(step.outcome().toString()).isTrue();
    }
}
