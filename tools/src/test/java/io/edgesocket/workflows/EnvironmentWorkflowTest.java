package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of {@code pr-environment.yml}. */
class EnvironmentWorkflowTest {
    private static final Workflow.Job JOB = Workflow.of("pr-environment.yml").job("environment");
    private static final String TASK =
            "github.event_name != 'pull_request' && 'sweep' || (github.event.action == 'closed' "
                    + "|| github.event.action == 'unlabeled' && github.event.label.name == 'environment') && 'down' || 'up'";

    private Runner runner;

    @BeforeEach
    void a_checkout(@TempDir Path folder) {
        runner = Checkout.in(folder).pulumi("stack-output", "wss://d2.cloudfront.net\n", 0);
    }

    @Test
    void a_label_deploys_a_stack_with_the_settings_of_dev_and_says_where_it_is() {
        runner.pulumi("stack-ls", "[]", 0).gitHub("repos/acme/chat/issues/12/comments?per_page=100", "[]");

        assertThat(task("up").succeeded()).isTrue();

        assertThat(runner.project().resolve("Pulumi.pr-12.yaml"))
                .hasSameTextualContentAs(runner.project().resolve("Pulumi.dev.yaml"));
        assertThat(runner.calls())
                .startsWith(
                        "pulumi stack ls --json --non-interactive",
                        "pulumi stack init pr-12 --no-select --non-interactive",
                        "pulumi config rm edgesocket:domain --stack pr-12 --non-interactive")
                .contains(
                        "pulumi config rm edgesocket:edge --stack pr-12 --non-interactive",
                        "pulumi up --stack pr-12 --yes --skip-preview --non-interactive");

        comment("success");
        assertThat(runner.read("body"))
                .contains("`wss://d2.cloudfront.net`")
                .endsWith("\n<!-- edgesocket workflow environment -->\n");
    }

    @Test
    void a_new_commit_deploys_to_the_same_stack() {
        runner.pulumi("stack-ls", "[{'name': 'pr-12'}]".replace('\'', '"'), 0);
        assertThat(task("up").succeeded()).isTrue();
        assertThat(runner.calls()).noneMatch(call -> call.startsWith("pulumi stack init"));
    }

    @Test
    void a_deployment_that_fails_says_so_in_the_comment() {
        runner.gitHub("repos/acme/chat/issues/12/comments?per_page=100", "[]");
        comment("failure");
        assertThat(runner.read("body")).startsWith("**The environment of this pull request could not be deployed.**");
    }

    @Test
    void what_is_closed_is_taken_down_with_its_stack() {
        runner.pulumi("stack-ls", "[{'name': 'pr-12'}]".replace('\'', '"'), 0);
        assertThat(task("down").succeeded()).isTrue();
        assertThat(runner.calls())
                .contains("pulumi destroy --stack pr-12 --yes --skip-preview --remove --non-interactive");
    }

    @Test
    void what_was_never_there_is_not_taken_down() {
        runner.pulumi("stack-ls", "[{'name': 'dev'}]".replace('\'', '"'), 0);
        assertThat(task("down").succeeded()).isTrue();
        assertThat(runner.calls()).noneMatch(call -> call.startsWith("pulumi destroy"));
    }

    @Test
    void a_sweep_takes_down_what_is_closed_or_old_and_nothing_else() {
        var now = Instant.now().toString();
        var old = Instant.now().minus(30, ChronoUnit.DAYS).toString();
        stacks(Map.of("dev", old, "pr-1", now, "pr-2", now, "pr-3", old, "pr-4x", old));
        runner.gitHub("repos/acme/chat/pulls/1", "{'state': 'open'}")
                .gitHub("repos/acme/chat/pulls/2", "{'state': 'closed'}")
                .gitHub("repos/acme/chat/pulls/3", "{'state': 'open'}");

        assertThat(task("sweep").succeeded()).isTrue();

        assertThat(runner.calls())
                .filteredOn(call -> call.startsWith("pulumi destroy"))
                .extracting(call -> call.split(" ")[3])
                .containsExactlyInAnyOrder("pr-2", "pr-3");
    }

    @Test
    void a_sweep_that_can_not_ask_github_takes_nothing_down_and_says_so() {
        stacks(Map.of("pr-1", Instant.now().toString()));

        var outcome = task("sweep");

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).contains("::error::not taken down: pr-1");
        assertThat(runner.calls()).noneMatch(call -> call.startsWith("pulumi destroy"));
    }

    private void stacks(Map<String, String> updated) {
        var list = new StringBuilder();
        updated.forEach((name, time) -> list.append(list.isEmpty() ? "" : ",")
                .append("{\"name\": \"" + name + "\", \"lastUpdate\": \"" + time + "\"}"));
        runner.pulumi("stack-ls", "[" + list + "]", 0);
    }

    private Outcome task(String task) {
        return runner.run(JOB.step("Deploy, or take down"), values(TASK, task));
    }

    private void comment(String status) {
        assertThat(runner.run(JOB.step("Comment"), values("job.status", status)).succeeded())
                .isTrue();
    }

    private static Map<String, String> values(String expression, String value) {
        var values = new HashMap<>(Map.of(
                "github.event.pull_request.number", "12",
                "vars.PULUMI_BACKEND_URL", "s3://state",
                "vars.PULUMI_SECRETS_PROVIDER", "",
                "secrets.PULUMI_CONFIG_PASSPHRASE", "p",
                "secrets.PULUMI_ACCESS_TOKEN", "",
                "github.server_url", "https://github.com",
                "github.repository", "acme/chat",
                "github.run_id", "7"));
        values.put(expression, value);
        return values;
    }
}
