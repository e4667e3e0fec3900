package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of {@code drift.yml}: one issue for each stack. */
class DriftWorkflowTest {
    private static final String ISSUES = "repos/acme/chat/issues?state=open&per_page=100";
    private static final String OURS = "[{'number': 4, 'user': {'login': 'github-actions[bot]'}, "
            + "'body': 'old\\n<!-- edgesocket workflow drift-dev -->'}]";

    private Runner runner;

    @BeforeEach
    void a_checkout(@TempDir Path folder) {
        runner = Checkout.in(folder).pulumi("refresh", "{}", 0).gitHub(ISSUES, "[]");
    }

    @Test
    void what_was_changed_outside_opens_an_issue() {
        runner.edgesocket("preview", "a table\n\n<!-- edgesocket preview chat -->\n", 1);

        assertThat(look().succeeded()).isTrue();
        assertThat(runner.lines("output")).containsExactly("found=changed");
        keep("changed");

        assertThat(runner.sent()).containsExactly("POST repos/acme/chat/issues");
        assertThat(runner.lines("fields")).containsExactly("title=dev was changed outside of Pulumi");
        assertThat(runner.read("body")).isEqualTo("a table\n\n\n\n<!-- edgesocket workflow drift-dev -->\n");
    }

    @Test
    void the_same_issue_is_updated() throws IOException {
        report();
        runner.gitHub(ISSUES, OURS);
        keep("changed");
        assertThat(runner.sent()).containsExactly("PATCH repos/acme/chat/issues/4");
    }

    @Test
    void what_is_the_same_again_closes_it() {
        runner.edgesocket("preview", "nothing", 0).gitHub(ISSUES, OURS);

        look();
        assertThat(runner.lines("output")).containsExactly("found=same");
        keep("same");

        assertThat(runner.sent())
                .containsExactly("POST repos/acme/chat/issues/4/comments", "PATCH repos/acme/chat/issues/4");
        assertThat(runner.lines("fields")).contains("state=closed");
    }

    @Test
    void what_was_always_the_same_opens_nothing() {
        keep("same");
        assertThat(runner.sent()).isEmpty();
    }

    @Test
    void a_refresh_that_fails_opens_an_issue_too() throws IOException {
        runner.pulumi("refresh", "", 255).edgesocket("preview", "failed", 2);

        assertThat(look().succeeded()).isTrue();

        assertThat(runner.lines("output")).containsExactly("found=failed");
        assertThat(Files.readString(runner.project().resolve("previews/dev.log")))
                .contains("pulumi refresh ended with exit code 255");
    }

    @Test
    void a_mistake_of_the_command_s_own_fails_the_job() {
        runner.edgesocket("preview", "", 3);
        assertThat(look().exitCode()).isEqualTo(3);
        assertThat(runner.lines("output")).isEmpty();
    }

    @Test
    void it_refreshes_nothing() {
        runner.edgesocket("preview", "nothing", 0);
        look();
        assertThat(runner.calls()).contains("pulumi refresh --preview-only --stack dev --json --non-interactive");
    }

    private void report() throws IOException {
        Files.createDirectories(runner.project().resolve("report"));
        Files.writeString(runner.project().resolve("report/report.md"), "a table\n");
    }

    private Outcome look() {
        return run("Look for drift", "");
    }

    private Outcome keep(String found) {
        return run("Keep the issue", found);
    }

    private Outcome run(String step, String found) {
        return runner.run(
                Workflow.of("drift.yml").job("drift").step(step),
                Map.of(
                        "matrix.stack", "dev",
                        "steps.look.outputs.found", found,
                        "vars.PULUMI_BACKEND_URL", "s3://state",
                        "secrets.PULUMI_CONFIG_PASSPHRASE", "p",
                        "secrets.PULUMI_ACCESS_TOKEN", ""));
    }
}
