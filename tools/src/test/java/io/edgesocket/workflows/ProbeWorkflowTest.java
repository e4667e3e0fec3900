package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of {@code probe.yml}: one issue for each stack that doesn't answer as it must. */
class ProbeWorkflowTest {
    private static final String ISSUES = "repos/acme/chat/issues?state=open&per_page=100";
    private static final String OURS = "[{'number': 4, 'user': {'login': 'github-actions[bot]'}, "
            + "'body': 'old\\n<!-- edgesocket workflow probe-dev -->'}, "
            + "{'number': 5, 'user': {'login': 'github-actions[bot]'}, "
            + "'body': 'old\\n<!-- edgesocket workflow drift-dev -->'}]";

    private Runner runner;

    @BeforeEach
    void a_checkout(@TempDir Path folder) {
        runner = Checkout.in(folder).gitHub(ISSUES, "[]");
    }

    @Test
    void a_check_that_fails_opens_an_issue_with_what_was_found() {
        runner.edgesocket("probe", "failed   edge.via\n", 1);

        assertThat(look().succeeded()).isTrue();
        assertThat(runner.lines("output")).containsExactly("found=changed");
        keep("changed");

        assertThat(runner.sent()).containsExactly("POST repos/acme/chat/issues");
        assertThat(runner.lines("fields")).containsExactly("title=dev does not answer as it must");
        assertThat(runner.read("body")).contains("failed   edge.via", "<!-- edgesocket workflow probe-dev -->");
    }

    @Test
    void what_passes_again_closes_its_own_issue() {
        runner.edgesocket("probe", "20 passed\n", 0).gitHub(ISSUES, OURS);

        look();
        assertThat(runner.lines("output")).containsExactly("found=same");
        keep("same");

        assertThat(runner.sent())
                .containsExactly("POST repos/acme/chat/issues/4/comments", "PATCH repos/acme/chat/issues/4");
    }

    @Test
    void what_cannot_be_probed_is_told_as_that() {
        runner.edgesocket("probe", "error: no outputs\n", 2);

        look();
        assertThat(runner.lines("output")).containsExactly("found=failed");
        keep("failed");

        assertThat(runner.lines("fields")).containsExactly("title=dev can't be probed");
    }

    @Test
    void a_mistake_of_the_command_s_own_fails_the_job() {
        runner.edgesocket("probe", "", 3);

        assertThat(look().exitCode()).isEqualTo(3);
    }

    @Test
    void the_token_is_given_by_its_variable_s_name() {
        runner.edgesocket("probe", "20 passed\n", 0);

        look();

        assertThat(runner.calls()).contains("edgesocket probe --stack dev --token-env SMOKE_TOKEN");
    }

    private Outcome look() {
        return run("Probe", "");
    }

    private Outcome keep(String found) {
        return run("Keep the issue", found);
    }

    private Outcome run(String step, String found) {
        return runner.run(
                Workflow.of("probe.yml").job("probe").step(step),
                Map.of(
                        "matrix.stack", "dev",
                        "steps.look.outputs.found", found,
                        "vars.PULUMI_BACKEND_URL", "s3://state",
                        "secrets.SMOKE_HEADER", "",
                        "secrets.SMOKE_TOKEN", "t",
                        "secrets.PULUMI_CONFIG_PASSPHRASE", "p",
                        "secrets.PULUMI_ACCESS_TOKEN", ""));
    }
}
