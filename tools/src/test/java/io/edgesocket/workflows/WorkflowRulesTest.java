package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workflows.Workflow.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every workflow, and what actionlint and zizmor, which {@code .ci/run} calls, don't ask. */
class WorkflowRulesTest {
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w.-]+@[0-9a-f]{40}");
    private static final Pattern WITH_VERSION =
            Pattern.compile("uses: [\\w.-]+/[\\w.-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+\n");
    private static final Pattern SCRIPT = Pattern.compile("\\.github/scripts/[\\w.-]+");

    static Stream<Workflow> workflows() {
        return Workflow.all();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_has_no_rights_and_each_job_says_its_own(Workflow workflow) {
        assertThat(workflow.content().get("permissions")).isEqualTo(Map.of());
        assertThat(workflow.jobs()).allSatisfy(job -> assertThat(job.content()).containsKey("permissions"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void an_action_is_pinned_by_its_commit_with_the_version_behind(Workflow workflow) {
        var uses =
                workflow.text().lines().filter(line -> line.contains("uses:")).toList();
        assertThat(WITH_VERSION.matcher(workflow.text()).results().count()).isEqualTo(uses.size());
        assertThat(workflow.jobs().flatMap(Job::steps).flatMap(step -> step.uses().stream()))
                .allMatch(action -> PINNED.matcher(action).matches());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothing_is_put_into_a_shell_s_text(Workflow workflow) {
        assertThat(workflow.jobs().flatMap(Job::steps).flatMap(step -> step.run().stream()))
                .noneMatch(run -> run.contains("${{"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void every_job_ends_in_the_end(Workflow workflow) {
        assertThat(workflow.jobs()).allSatisfy(job -> assertThat(job.content()).containsKey("timeout-minutes"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void who_may_ask_for_a_role_stands_in_an_environment(Workflow workflow) {
        assertThat(workflow.jobs()
                        .filter(job ->
                                Workflow.map(job.content().get("permissions")).containsKey("id-token")))
                .allSatisfy(job -> assertThat(job.content()).containsKey("environment"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void every_script_that_is_called_is_there(Workflow workflow) {
        assertThat(SCRIPT.matcher(workflow.text()).results().map(found -> Path.of(found.group())))
                .allMatch(Files::isRegularFile);
    }

    /** actionlint doesn't know the key yet. */
    @ParameterizedTest
    @MethodSource("workflows")
    void a_queue_is_single_or_max_and_never_together_with_cancelling(Workflow workflow) {
        var groups = Stream.concat(
                        Stream.of(workflow.content()), workflow.jobs().map(Job::content))
                .map(level -> Workflow.map(level.get("concurrency")))
                .filter(group -> group.containsKey("queue"))
                .toList();
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.get("queue")).isIn("single", "max");
            assertThat(group.get("cancel-in-progress")).isEqualTo(false);
        });
    }

    @Test
    void what_deploys_waits_in_its_stack_s_queue_and_is_never_ended_in_the_middle() {
        assertThat(Workflow.of("deploy.yml").jobs())
                .hasSize(2)
                .allSatisfy(job -> assertThat(Workflow.map(job.content().get("concurrency")))
                        .containsEntry("group", "pulumi-" + job.name())
                        .containsEntry("queue", "max")
                        .containsEntry("cancel-in-progress", false));
    }

    @Test
    void prod_comes_after_dev_in_its_own_environment() {
        var prod = Workflow.of("deploy.yml").job("prod");
        assertThat(prod.content()).containsEntry("needs", "dev").containsEntry("environment", "prod");
    }

    @Test
    void a_fork_meets_no_credentials() {
        assertThat(Stream.of("preview.yml", "pr-environment.yml")
                        .map(Workflow::of)
                        .flatMap(Workflow::jobs)
                        .filter(job ->
                                job.content().get("permissions").toString().contains("write"))
                        .map(job -> job.content().get("if").toString()))
                .hasSize(3)
                .allMatch(condition ->
                        condition.contains("github.event.pull_request.head.repo.full_name == github.repository"));
    }

    @Test
    void no_workflow_runs_with_the_rights_of_the_repository_on_a_fork_s_event() {
        assertThat(Workflow.all()
                        .map(workflow -> Workflow.map(workflow.content().get("on"))))
                .allSatisfy(on ->
                        assertThat(on).doesNotContainKeys("pull_request_target", "workflow_run", "issue_comment"));
    }
}
