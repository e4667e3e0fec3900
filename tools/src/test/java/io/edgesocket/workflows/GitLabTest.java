package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Command.Outcome;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The scripts that {@code .gitlab/ci.yml} has besides those of GitHub, with a stand-in for GitLab behind {@code curl}. */
class GitLabTest {
    private static final String TAG = "<!-- edgesocket workflow preview -->";
    private static final String NOTES = "projects/9/merge_requests/12/notes";

    /** Answers GET from {@code gitlab/URL}; keeps what is sent. */
    private static final String CURL = """
            #!/usr/bin/env bash
            set -euo pipefail
            method=GET
            while (($# > 0)); do
              case $1 in
                --config) grep -q 'PRIVATE-TOKEN: secret' "$2"; shift ;;
                --request) method=$2; shift ;;
                --data-urlencode) cp "${2#body@}" "$DESK/body"; shift ;;
                --*) ;;
                *) url=$1 ;;
              esac
              shift
            done
            url=${url#https://gitlab.example/api/v4/}
            printf '%s\\n' "$method $url" >> "$DESK/calls"
            if [[ $method != GET ]]; then exit; fi
            cat "$DESK/gitlab/${url//[^A-Za-z0-9.]/_}"
            """;

    private Runner runner;

    @BeforeEach
    void a_checkout(@TempDir Path folder) throws IOException {
        runner = Checkout.in(folder).edgesocket("plan", "plan", 0).pulumi("stack-export", "state", 0);
        var scripts = Files.createDirectories(runner.project().resolve(".gitlab"));
        for (var script : List.of("note.sh", "reviewed.sh")) {
            Files.copy(Project.ofRepository().folder().resolve(".gitlab").resolve(script), scripts.resolve(script));
        }
        Files.writeString(runner.desk().resolve("bin/curl"), CURL);
        assertThat(runner.desk().resolve("bin/curl").toFile().setExecutable(true))
                .isTrue();
        Files.createDirectories(runner.project().resolve("report"));
        Files.writeString(runner.project().resolve("report/report.md"), "all\n\n<!-- edgesocket against chat -->\n");
        answer("user", "{'id': 77}");
        answer("projects/9/repository/commits/c/merge_requests", "[{'iid': 12, 'state': 'merged'}]");
        answer("projects/9/merge_requests/12", "{'head_pipeline': {'id': 5}}");
        answer(
                "projects/9/pipelines/5/jobs?per_page=100",
                "[{'id': 6, 'name': 'preview: [prod]', 'status': 'success'},"
                        + " {'id': 7, 'name': 'preview: [dev]', 'status': 'success'}]");
    }

    @Test
    void every_script_that_the_pipeline_calls_is_there() throws IOException {
        var text = Files.readString(Path.of(".gitlab/ci.yml"));
        assertThat(Pattern.compile("bash (\\.git[\\w./-]+)")
                        .matcher(text)
                        .results()
                        .map(found -> Path.of(found.group(1))))
                .isNotEmpty()
                .allMatch(Files::isRegularFile);
        assertThat(pipeline()).containsKeys("preview", "report", "review", "deploy-dev", "deploy-prod", "drift");
    }

    @Test
    void a_merge_request_s_environment_is_told_in_a_note_of_its_own() throws IOException {
        runner.pulumi("stack-ls", "[]", 0).pulumi("stack-output", "wss://d2.cloudfront.net\n", 0);
        answer(NOTES + "?per_page=100&page=1", "[{'id': 201, 'author': {'id': 77}, 'body': 'all\\n\\n" + TAG + "'}]");
        answer(NOTES + "?per_page=100&page=2", "[]");

        assertThat(job("review").succeeded()).isTrue();

        assertThat(runner.calls())
                .contains("pulumi up --stack pr-12 --yes --skip-preview --non-interactive")
                .endsWith("POST " + NOTES);
        assertThat(runner.read("body"))
                .contains("`wss://d2.cloudfront.net`")
                .endsWith("<!-- edgesocket workflow environment -->\n");
    }

    @Test
    void an_environment_that_is_stopped_goes_with_its_stack() throws IOException {
        runner.pulumi("stack-ls", "[{\"name\": \"pr-12\"}]", 0);
        answer(NOTES + "?per_page=100&page=1", "[]");

        assertThat(job("stop-review").succeeded()).isTrue();

        assertThat(runner.calls())
                .contains("pulumi destroy --stack pr-12 --yes --skip-preview --remove --non-interactive");
        assertThat(runner.read("body")).startsWith("**This merge request has no environment.**");
    }

    /** Runs a job's script lines, as GitLab does: one after the other in one shell, until one fails. */
    private Outcome job(String name) throws IOException {
        var job = Workflow.map(pipeline().get(name));
        var script = ((List<?>) job.get("script")).stream().map(String::valueOf).collect(Collectors.joining("\n"));
        return Command.run(
                runner.project(),
                environment(Map.of("PR", "12", "TAG", "environment")),
                List.of("bash", "-eo", "pipefail", "-c", script));
    }

    private static Map<String, Object> pipeline() throws IOException {
        var settings = LoadSettings.builder()
                .setTagConstructors(Map.of(new Tag("!reference"), node -> List.of()))
                .build();
        return Workflow.map(new Load(settings).loadFromString(Files.readString(Path.of(".gitlab/ci.yml"))));
    }

    @Test
    void the_same_note_is_updated_behind_a_hundred_others() throws IOException {
        answer(NOTES + "?per_page=100&page=1", "[" + others() + "]");
        answer(
                NOTES + "?per_page=100&page=2",
                "[{'id': 200, 'author': {'id': 1}, 'body': '" + TAG + "'},"
                        + " {'id': 201, 'author': {'id': 77}, 'body': 'old\\n\\n" + TAG + "'}]");
        answer(NOTES + "?per_page=100&page=3", "[]");

        assertThat(run("note.sh", Map.of()).succeeded()).isTrue();

        assertThat(runner.calls()).endsWith("PUT " + NOTES + "/201");
        assertThat(runner.read("body")).isEqualTo("all\n\n\n\n" + TAG + "\n");
    }

    @Test
    void the_first_note_is_posted() throws IOException {
        answer(NOTES + "?per_page=100&page=1", "[]");
        run("note.sh", Map.of());
        assertThat(runner.calls()).endsWith("POST " + NOTES);
    }

    @Test
    void without_a_report_the_note_says_so() throws IOException {
        Files.delete(runner.project().resolve("report/report.md"));
        answer(NOTES + "?per_page=100&page=1", "[]");
        run("note.sh", Map.of());
        assertThat(runner.read("body")).startsWith("**There is no report").endsWith(TAG + "\n");
    }

    @Test
    void notes_that_can_not_be_read_change_nothing() {
        assertThat(run("note.sh", Map.of()).succeeded()).isFalse();
        assertThat(runner.calls()).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void without_a_token_there_is_no_note() {
        assertThat(run("note.sh", Map.of("GITLAB_NOTES_TOKEN", "")).succeeded()).isTrue();
        assertThat(runner.calls()).isEmpty();
    }

    @Test
    void another_plan_than_the_reviewed_one_is_not_deployed() throws IOException {
        answer("projects/9/jobs/7/artifacts/reviewed/dev.txt", "plan 0123\nstate 4567\n");
        var outcome = run("reviewed.sh", Map.of());
        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).contains("the plan of dev isn't the one that merge request !12 showed");
    }

    @Test
    void what_was_never_previewed_is_not_deployed() throws IOException {
        answer("projects/9/pipelines/5/jobs?per_page=100", "[{'id': 7, 'name': 'preview: [dev]', 'status': 'failed'}]");
        var outcome = run("reviewed.sh", Map.of());
        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.err()).contains("merge request !12 has no preview of dev, or it failed");
    }

    @Test
    void a_commit_without_a_merge_request_is_deployed_by_hand_alone() throws IOException {
        answer("projects/9/repository/commits/c/merge_requests", "[]");
        assertThat(run("reviewed.sh", Map.of()).err()).contains("no merge request brought c");
        assertThat(run("reviewed.sh", Map.of("UNREVIEWED", "yes")).succeeded()).isTrue();
    }

    private Outcome run(String script, Map<String, String> more) {
        return Command.run(runner.project(), environment(more), List.of("bash", ".gitlab/" + script));
    }

    private Map<String, String> environment(Map<String, String> more) {
        var environment = new HashMap<>(Map.of(
                "DESK", runner.desk().toString(),
                "PATH", runner.desk().resolve("bin") + ":" + System.getenv("PATH"),
                "CI_API_V4_URL", "https://gitlab.example/api/v4",
                "CI_PROJECT_ID", "9",
                "CI_MERGE_REQUEST_IID", "12",
                "CI_COMMIT_SHA", "c",
                "GITLAB_NOTES_TOKEN", "secret",
                "STACK", "dev"));
        environment.putAll(Map.of("STATE", "yes", "TAG", "preview", "FILE", "report/report.md"));
        environment.putAll(more);
        return environment;
    }

    private void answer(String path, String singleQuotedJson) throws IOException {
        var file = runner.desk().resolve("gitlab").resolve(path.replaceAll("[^A-Za-z0-9.]", "_"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, path.endsWith(".txt") ? singleQuotedJson : singleQuotedJson.replace('\'', '"'));
    }

    private static String others() {
        return IntStream.range(0, 100)
                .mapToObj(i -> "{'id': " + i + ", 'author': {'id': 1}, 'body': 'a remark'}")
                .collect(Collectors.joining(","));
    }
}
