package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workflows.Workflow.Step;
import io.edgesocket.workspace.Command.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of {@code preview.yml}, each run as it stands there. */
class PreviewWorkflowTest {
    private static final Workflow WORKFLOW = Workflow.of("preview.yml");
    private static final String COMMENTS = "repos/acme/chat/issues/12/comments?per_page=100";
    private static final String TAG = "<!-- edgesocket workflow preview -->";
    private static final Map<String, String> RUN = Map.of(
            "github.event.pull_request.number", "12",
            "github.server_url", "https://github.com",
            "github.repository", "acme/chat",
            "github.run_id", "7",
            "matrix.stack", "dev",
            "vars.PULUMI_BACKEND_URL", "s3://state",
            "secrets.PULUMI_CONFIG_PASSPHRASE", "p",
            "secrets.PULUMI_ACCESS_TOKEN", "");

    private Runner runner;

    @BeforeEach
    void a_checkout(@TempDir Path folder) {
        runner = Checkout.in(folder);
    }

    @Test
    void the_stacks_are_those_that_have_a_file() {
        run("stacks", "find");
        assertThat(runner.lines("output")).containsExactly("stacks=[\"dev\",\"prod\"]");
    }

    @Test
    void a_stack_s_name_that_could_be_a_command_ends_the_run_and_is_no_command() throws IOException {
        Files.writeString(runner.project().resolve("Pulumi.$(touch pwned) @team.yaml"), "config: {}\n");

        assertThat(run("stacks", "find").exitCode()).isEqualTo(2);

        assertThat(runner.lines("output")).isEmpty();
        assertThat(runner.project().resolve("pwned")).doesNotExist();
    }

    @Test
    void without_a_stack_there_is_nothing_to_preview() throws IOException {
        Files.delete(runner.project().resolve("Pulumi.dev.yaml"));
        Files.delete(runner.project().resolve("Pulumi.prod.yaml"));
        run("stacks", "find");
        assertThat(runner.lines("output")).containsExactly("stacks=[]");
    }

    @Test
    void a_preview_is_kept_with_the_hashes_of_plan_and_state() throws IOException {
        runner.pulumi("preview", "{}", 0).pulumi("stack-export", "state", 0).edgesocket("plan", "plan", 0);

        assertThat(run("preview", "Preview").exitCode()).isZero();

        assertThat(runner.project().resolve("previews/dev.json")).hasContent("{}");
        assertThat(Files.readString(runner.project().resolve("reviewed/dev.txt")))
                .matches("plan [0-9a-f]{64}\nstate [0-9a-f]{64}\n");
    }

    @Test
    void a_preview_that_fails_leaves_its_log_and_nothing_that_counts_as_reviewed() {
        runner.pulumi("preview", "", 255);

        assertThat(run("preview", "Preview").exitCode()).isEqualTo(255);

        assertThat(runner.project().resolve("previews/dev.log"))
                .content()
                .endsWith("pulumi preview ended with exit code 255\n");
        assertThat(runner.project().resolve("reviewed/dev.txt")).doesNotExist();
    }

    @Test
    void a_state_that_can_not_be_read_is_not_reviewed() {
        runner.pulumi("preview", "{}", 0).pulumi("stack-export", "", 1).edgesocket("plan", "plan", 0);
        assertThat(run("preview", "Preview").succeeded()).isFalse();
        assertThat(runner.project().resolve("reviewed/dev.txt")).doesNotExist();
    }

    @Test
    void the_first_comment_is_posted() {
        report("**all**\n\n<!-- edgesocket against chat -->\n");
        runner.gitHub(COMMENTS, "[]");

        comment();

        assertThat(runner.sent()).containsExactly("POST repos/acme/chat/issues/12/comments");
        assertThat(runner.read("body")).isEqualTo("**all**\n\n\n\n" + TAG + "\n");
    }

    @Test
    void the_same_comment_is_updated_behind_forty_others() {
        report("new");
        runner.gitHub(
                COMMENTS,
                "[" + others(0, 30) + "][" + others(30, 40) + ","
                        + comment(99, "github-actions[bot]", "old\\n\\n" + TAG + "\\r\\n") + "]");

        comment();

        assertThat(runner.sent()).containsExactly("PATCH repos/acme/chat/issues/comments/99");
        assertThat(runner.calls()).contains("gh api --paginate " + COMMENTS);
    }

    @Test
    void somebody_else_s_comment_with_the_same_line_is_left_alone() {
        report("new");
        runner.gitHub(
                COMMENTS,
                "[" + comment(98, "mallory", TAG) + "," + comment(97, "github-actions[bot]", TAG + "\\nmore") + "]");

        comment();

        assertThat(runner.sent()).containsExactly("POST repos/acme/chat/issues/12/comments");
    }

    @Test
    void without_a_report_the_comment_says_so_in_the_place_of_the_old_one() {
        runner.gitHub(COMMENTS, "[" + comment(99, "github-actions[bot]", TAG) + "]");

        comment();

        assertThat(runner.sent()).containsExactly("PATCH repos/acme/chat/issues/comments/99");
        assertThat(runner.read("body"))
                .startsWith("**There is no report of what this change does.**")
                .contains("https://github.com/acme/chat/actions/runs/7");
    }

    @Test
    void a_list_of_comments_that_can_not_be_had_posts_nothing() {
        report("new");
        assertThat(comment().succeeded()).isFalse();
        assertThat(runner.sent()).isEmpty();
    }

    @Test
    void a_report_shows_what_went_wrong_before_there_was_one() throws IOException {
        Files.createDirectories(runner.desk().resolve("edgesocket"));
        Files.writeString(
                runner.desk().resolve("edgesocket/plan.err"),
                "error: main doesn't build:\n```\n@team <b> [x](y)\n\u001b[31m````\n");
        Files.writeString(runner.desk().resolve("edgesocket/plan.exit"), "2");

        var outcome = runner.run(
                WORKFLOW.job("report").step("Write the report"),
                with("needs.preview.result != 'skipped' && 'yes' || 'no'", "no"));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(Files.readString(runner.project().resolve("report/report.md")))
                .contains("""
                `````text
                error: main doesn't build:
                ```
                @team <b> [x](y)
                [31m````
                `````
                """);
    }

    @Test
    void the_merge_queue_compares_with_what_the_pull_request_showed() {
        runner.edgesocket("plan", "plan", 0)
                .gitHub("repos/acme/chat/pulls/12", "{'head': {'sha': 'abc'}}")
                .gitHub(DeployWorkflowTest.runs("abc"), DeployWorkflowTest.run(5, "acme/chat"))
                .artifact("5", "reviewed-dev/dev.txt", "plan 0123\nstate 4567\n");

        var outcome = queue("refs/heads/gh-readonly-queue/main/pr-12-0a1b2c3d");

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).contains("the plan of dev isn't the one that pull request #12 showed");
        assertThat(runner.calls()).noneMatch(call -> call.startsWith("pulumi"));
    }

    @Test
    void a_ref_of_another_form_is_no_pull_request() {
        assertThat(queue("refs/heads/$(touch pwned)").out()).contains("no pull request was merged");
        assertThat(runner.project().resolve("pwned")).doesNotExist();
    }

    private Outcome queue(String ref) {
        return runner.run(
                WORKFLOW.job("queue").step("Compare with what was reviewed"),
                with("github.event.merge_group.head_ref", ref));
    }

    private Outcome comment() {
        return run("comment", "Comment");
    }

    private Outcome run(String job, String step) {
        Step found = WORKFLOW.job(job).step(step);
        return runner.run(found, RUN);
    }

    private static Map<String, String> with(String expression, String value) {
        var values = new HashMap<>(RUN);
        values.put(expression, value);
        return values;
    }

    private void report(String text) {
        try {
            Files.createDirectories(runner.project().resolve("report"));
            Files.writeString(runner.project().resolve("report/report.md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String others(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> comment(i, "somebody", "a remark"))
                .collect(Collectors.joining(","));
    }

    private static String comment(int id, String author, String body) {
        return "{'id': " + id + ", 'user': {'login': '" + author + "'}, 'body': '" + body + "'}";
    }
}
