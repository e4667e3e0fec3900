package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workflows.Workflow.Step;
import io.edgesocket.workspace.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code run} of each workflow, where all goes well. What else may come, the other tests here play. */
class EveryRunBlockTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}", Pattern.DOTALL);
    private static final String PLAN = "the plan";
    private static final String STATE = "the state";

    /** Records its call; says which version there is, if it is asked. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "mvnw $*" >> "$DESK/calls"
            case "$*" in *help:evaluate*) printf 0.2.0 ;; esac
            """;

    @TempDir
    private Path folder;

    static Stream<Named<Step>> blocks() {
        return Workflow.all()
                .flatMap(workflow -> workflow.jobs()
                        .flatMap(Workflow.Job::steps)
                        .filter(step -> step.run().isPresent())
                        .map(step -> Named.of(
                                workflow.name() + ", " + step.job().name() + ": "
                                        + step.content()
                                                .getOrDefault("name", step.run().orElseThrow()),
                                step)));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void does_its_work_where_all_goes_well(Step step) throws IOException {
        var outcome = run(checkout(), step);
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).doesNotContain("command not found", "unbound variable", "No such file");
    }

    @Test
    void a_release_publishes_what_the_tag_names_and_its_sboms() throws IOException {
        var runner = checkout();
        for (var name : List.of("Is it the version that pom.xml and CHANGELOG.md have?", "Publish", "Release")) {
            run(runner, Workflow.of("release.yml").job("release").step(name));
        }
        assertThat(runner.calls())
                .contains("mvnw --batch-mode --no-transfer-progress deploy -Dmaven.test.skip "
                        + "-DaltDeploymentRepository=github::https://maven.pkg.github.com/acme/chat")
                .last()
                .asString()
                .startsWith("gh release create v0.2.0 --verify-tag --title v0.2.0 --notes-file ")
                .contains("edgesocket-library.cdx.json", "edgesocket-users.cdx.json", "edgesocket-tools.cdx.json");
    }

    @Test
    void what_a_report_says_is_the_run_s_summary() throws IOException {
        var runner = checkout();
        run(runner, Workflow.of("preview.yml").job("report").step("Show it as the run's summary"));
        assertThat(runner.read("summary")).isEqualTo("a report\n");
    }

    /** Of a pull request that was previewed and merged, at a tag of its version. */
    private Runner checkout() throws IOException {
        var runner = Checkout.in(folder)
                .edgesocket("plan", PLAN, 0)
                .edgesocket("preview", "nothing", 0)
                .edgesocket("probe", "20 passed", 0)
                .pulumi("preview", "{}", 0)
                .pulumi("refresh", "{}", 0)
                .pulumi("stack-ls", "[]", 0)
                .pulumi("stack-export", STATE, 0)
                .pulumi("stack-output", "wss://d1.cloudfront.net\n", 0)
                .gitHub(
                        "repos/acme/chat/commits/merged/pulls",
                        "[{'number': 12, 'merged_at': '2026-11-29', 'merge_commit_sha': 'merged'}]")
                .gitHub("repos/acme/chat/pulls/12", "{'head': {'sha': 'abc'}, 'state': 'open'}")
                .gitHub(DeployWorkflowTest.runs("abc"), DeployWorkflowTest.run(5, "acme/chat"))
                .gitHub("repos/acme/chat/issues/12/comments?per_page=100", "[]")
                .gitHub("repos/acme/chat/issues?state=open&per_page=100", "[]")
                .artifact("5", "reviewed-dev/dev.txt", DeployWorkflowTest.reviewed(PLAN, STATE))
                .artifact("5", "reviewed-prod/prod.txt", DeployWorkflowTest.reviewed(PLAN, STATE));
        var project = runner.project();
        assertThat(Files.writeString(project.resolve("mvnw"), MAVEN).toFile().setExecutable(true))
                .isTrue();
        Files.writeString(project.resolve("CHANGELOG.md"), "## 0.2.0\n\n- This.\n");
        for (var module : List.of("library", "users", "tools")) {
            Files.writeString(
                    Files.createDirectories(project.resolve(module + "/target")).resolve("bom.json"), "{}");
        }
        Files.writeString(Files.createDirectories(project.resolve("report")).resolve("report.md"), "a report\n");
        return runner;
    }

    /** With what GitHub would know of it. */
    private static Outcome run(Runner runner, Step step) {
        var known = Map.of(
                "matrix.stack", "dev",
                "github.event.pull_request.number", "12",
                "github.sha", "merged",
                "github.ref_name", "v0.2.0",
                "github.repository", "acme/chat",
                "github.event.merge_group.head_ref", "refs/heads/gh-readonly-queue/main/pr-12-abcdef",
                "job.status", "success",
                "steps.look.outputs.found", "same");
        var values = new HashMap<>(known);
        Stream.of(step.job().content(), step.content())
                .flatMap(level -> Workflow.map(level.get("env")).values().stream())
                .flatMap(value -> EXPRESSION.matcher(value.toString()).results())
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .forEach(expression -> values.putIfAbsent(expression, expression.contains("'sweep'") ? "sweep" : ""));
        return runner.run(step, values);
    }
}
