package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of {@code deploy.yml}: nothing is deployed that wasn't reviewed. */
class DeployWorkflowTest {
    private static final Map<String, String> RUN = Map.of(
            "github.sha", "merged",
            "vars.PULUMI_BACKEND_URL", "s3://state",
            "secrets.PULUMI_CONFIG_PASSPHRASE", "p",
            "secrets.PULUMI_ACCESS_TOKEN", "",
            "secrets.SMOKE_HEADER", "Origin: https://app.example.com",
            "secrets.SMOKE_TOKEN", "t");

    private Runner runner;

    @BeforeEach
    void a_merged_pull_request_that_was_previewed(@TempDir Path folder) {
        runner = Checkout.in(folder)
                .edgesocket("plan", "the plan", 0)
                .pulumi("stack-export", "the state", 0)
                .pulumi("stack-output", "wss://d1.cloudfront.net\n", 0)
                .gitHub(
                        "repos/acme/chat/commits/merged/pulls",
                        "[{'number': 3, 'merged_at': null, 'merge_commit_sha': 'merged'},"
                                + " {'number': 12, 'merged_at': '2026-11-29', 'merge_commit_sha': 'merged'}]")
                .gitHub("repos/acme/chat/pulls/12", "{'head': {'sha': 'abc'}}")
                .gitHub(runs("abc"), run(5, "acme/chat"))
                .artifact("5", "reviewed-dev/dev.txt", reviewed("the plan", "the state"));
    }

    @Test
    void what_was_reviewed_is_deployed() {
        assertThat(gate().exitCode()).isZero();
    }

    @Test
    void another_plan_is_not_deployed() {
        runner.edgesocket("plan", "another plan", 0);
        assertStopped("the plan of dev isn't the one that pull request #12 showed");
    }

    @Test
    void a_state_that_has_moved_is_not_deployed_to() {
        runner.pulumi("stack-export", "another state", 0);
        assertStopped("the state of dev has moved since pull request #12 was previewed");
    }

    @Test
    void a_commit_without_a_pull_request_is_not_deployed() {
        runner.gitHub("repos/acme/chat/commits/merged/pulls", "[]");
        assertStopped("no pull request was merged as merged");
    }

    @Test
    void a_pull_request_without_a_preview_is_not_deployed() {
        runner.gitHub(runs("abc"), "{'workflow_runs': []}");
        assertStopped("pull request #12 was never previewed at its last commit abc");
    }

    @Test
    void a_fork_s_run_does_not_count() {
        runner.gitHub(runs("abc"), run(5, "mallory/chat"));
        assertStopped("pull request #12 was never previewed");
    }

    @Test
    void a_preview_that_failed_for_this_stack_does_not_count() {
        runner.gitHub(runs("abc"), run(6, "acme/chat"));
        assertStopped("has none of the stack dev, or it failed");
    }

    @Test
    void a_plan_that_can_not_be_made_stops_the_deployment() {
        runner.edgesocket("plan", "", 2);
        assertThat(gate().succeeded()).isFalse();
    }

    @Test
    void a_state_that_can_not_be_read_stops_the_deployment() {
        runner.pulumi("stack-export", "", 1);
        assertThat(gate().succeeded()).isFalse();
    }

    @Test
    void the_last_of_several_previews_counts() {
        runner.gitHub(
                        runs("abc"),
                        "{'workflow_runs': [" + entry(8, "acme/chat", "2026-11-29T10:00:00Z") + ","
                                + entry(5, "acme/chat", "2026-11-28T10:00:00Z") + "]}")
                .artifact("8", "reviewed-dev/dev.txt", reviewed("the plan", "an older state"));
        assertStopped("the state of dev has moved");
    }

    @Test
    void prod_is_compared_with_its_own_review() {
        var outcome = runner.run(Workflow.of("deploy.yml").job("prod").step("Is it what was reviewed?"), RUN);
        assertThat(outcome.out()).contains("has none of the stack prod");
    }

    @Test
    void a_deployment_is_one_of_the_job_s_stack() {
        runner.run(Workflow.of("deploy.yml").job("dev").step("Deploy"), RUN);
        assertThat(runner.calls()).containsExactly("pulumi up --stack dev --yes --skip-preview --non-interactive");
    }

    @Test
    void what_was_deployed_is_probed_as_its_clients_see_it() {
        runner.edgesocket("probe", "20 passed", 0);

        var outcome = smoke();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("20 passed");
        assertThat(runner.calls())
                .contains(
                        "edgesocket probe --stack dev --header Origin: https://app.example.com --token-env SMOKE_TOKEN");
    }

    @Test
    void what_cannot_be_probed_is_not_tried_again() {
        runner.edgesocket("probe", "", 2);

        var outcome = smoke();

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).contains("it could not be probed");
        assertThat(runner.calls())
                .filteredOn(call -> call.startsWith("edgesocket probe"))
                .hasSize(1);
    }

    @Test
    void what_never_answers_has_failed() {
        runner.edgesocket("probe", "failed   handshake.101", 1);

        var outcome = smoke();

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).contains("failed   handshake.101", "checks failed in five tries");
        assertThat(runner.calls())
                .filteredOn(call -> call.startsWith("edgesocket probe"))
                .hasSize(5);
    }

    private void assertStopped(String reason) {
        var outcome = gate();
        assertThat(outcome.exitCode()).as(outcome.toString()).isOne();
        assertThat(outcome.out()).contains("::error title=dev isn't deployed::", reason);
    }

    private Outcome gate() {
        return runner.run(Workflow.of("deploy.yml").job("dev").step("Is it what was reviewed?"), RUN);
    }

    private Outcome smoke() {
        return runner.run(Workflow.of("deploy.yml").job("dev").step("Does it answer?"), RUN);
    }

    static String runs(String head) {
        return "repos/acme/chat/actions/workflows/preview.yml/runs?event=pull_request&status=completed&head_sha="
                + head;
    }

    static String run(int id, String repository) {
        return "{'workflow_runs': [" + entry(id, repository, "2026-11-29T08:00:00Z") + "]}";
    }

    private static String entry(int id, String repository, String started) {
        return "{'id': " + id + ", 'run_started_at': '" + started + "', 'head_repository': {'full_name': '" + repository
                + "'}}";
    }

    static String reviewed(String plan, String state) {
        return "plan " + sha256(plan) + "\nstate " + sha256(state) + "\n";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
