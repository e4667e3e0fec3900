package io.edgesocket.plan.render;

import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.preview.PreviewReader;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.preview.StackPreview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Pulumi wrote, in each of its forms. The files in {@code previews} are the real engine's, shortened. */
class PreviewRenderingsTest {
    private static final Path FILES = Path.of("tools/src/test/resources/previews");
    private static final String HOSTILE = "@team #1 ``` </details> | [x](y) <script> \u001b[31m";

    @Test
    void counts_stand_in_a_line_and_a_replacement_is_neither_a_creation_nor_a_deletion() {
        assertThat(text(changed())).startsWith("dev  2 to create, 3 to update, 1 to replace\n");
    }

    @Test
    void what_was_changed_outside_stands_apart_from_what_would_be_done() {
        assertThat(text(changed()))
                .contains("\n    changed outside: chat: description; chat-ping-response is deleted\n")
                .contains("\nChanged outside of Pulumi\nedgesocket dev\n\nChanges\n~ chat  apigatewayv2 Api\n"
                        + "    ~ description: \"Chat, stack dev\" → \"by hand\"\n");
    }

    @Test
    void a_refresh_alone_shows_what_was_changed_outside_and_nothing_to_do() {
        assertThat(text(preview("dev", "drift.json")))
                .startsWith("dev  nothing to do\n"
                        + "    changed outside: chat: description; chat-ping-response is deleted\n");
    }

    @Test
    void a_changed_secret_is_told_and_not_shown() {
        assertThat(text(changed()))
                .contains("    ~ environment: {\"variables\":\"[secret]\"} → {\"variables\":\"[secret]\"}\n");
    }

    @Test
    void a_secret_that_the_engine_was_told_to_show_is_not_shown() {
        var secret = "{'4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', 'value': 'open sesame'}";
        var preview = read(step("create", "'newState': {'type': 't:t:T', 'inputs': {'key': " + secret + "}}"));
        assertThat(PreviewsJson.render(previews(preview))).contains("[secret]").doesNotContain("open sesame");
    }

    @Test
    void what_the_provider_alone_replaces_stands_beside_the_plan() {
        assertThat(stacksText(unchangedPlan(), changed())).contains("""
                ~ dev  unchanged
                    on AWS: 2 to create, 3 to update, 1 to replace
                    replaced, which the plan doesn't say: chat-deployment: triggers
                    changed outside: chat: description; chat-ping-response is deleted
                    not from this change: chat-echo-function; chat-time; chat-deployment; chat-stage
                """);
    }

    @Test
    void a_stack_that_neither_plan_nor_preview_changes_shares_the_line_of_the_unchanged() {
        var quiet = read("{'steps': [], 'changeSummary': {'same': 3}}");
        assertThat(stacksText(unchangedPlan(), quiet)).contains("\n  unchanged: dev\n");
    }

    @Test
    void what_is_no_whole_preview_has_failed() {
        assertThat(List.of("", "{'steps': [", "[]", "{'steps': []}", step("explode", "'newState': {}")))
                .extracting(json -> PreviewSummary.of(read(json)).counts())
                .containsExactly(
                        "the preview failed: Pulumi wrote no preview",
                        "the preview failed: what Pulumi wrote is no whole JSON: see its line 1",
                        "the preview failed: Pulumi ended before its preview was complete",
                        "the preview failed: Pulumi ended before its preview was complete",
                        "the preview failed: what Pulumi wrote has a step that isn't known here: explode");
    }

    @Test
    void a_preview_of_another_stack_has_failed() {
        assertThat(text(preview("prod", "changed.json")))
                .isEqualTo(
                        "prod  the preview failed: the file holds the preview of another stack, dev: give each the name of its stack, dev.json\n");
    }

    @Test
    void a_failure_says_what_the_program_said_and_shows_the_end_of_the_log() {
        assertThat(text(preview("dev", "not-compiling.json")))
                .startsWith("dev  the preview failed: the program doesn't compile\n")
                .contains("\nThe end of Pulumi's log of dev\n", "    src/main/java/io/edgesocket/App.java:61: error: ");
    }

    @Test
    void a_failure_is_seen_without_unfolding_anything() {
        assertThat(stacksMarkdown(unchangedPlan(), PreviewReader.missing("dev", "previews/dev.json", "no credentials")))
                .contains("| `~` | `dev` | `unchanged` | **`the preview failed: there is no previews/dev.json`** |  |")
                .contains("<details><summary>dev: the end of Pulumi's log</summary>\n\n```text\nno credentials\n```\n");
    }

    @Test
    void json_has_the_preview_beside_the_plan() throws Exception {
        var json = new ObjectMapper().readTree(StacksJson.render(unchangedPlan(), previews(changed())));
        assertThat(json.at("/stacks/0/result").asText()).isEqualTo("unchanged");
        assertThat(json.at("/stacks/0/preview/diff/counts/replaced").asInt()).isOne();
        assertThat(json.at("/stacks/0/preview/drift/counts/deleted").asInt()).isOne();
    }

    @Test
    void no_name_value_or_log_becomes_markup() throws Exception {
        var name = new ObjectMapper().writeValueAsString(HOSTILE);
        var hostile = PreviewReader.read(
                HOSTILE,
                "{\"changeSummary\": {}, \"steps\": [{\"op\": \"create\", \"urn\": "
                        + new ObjectMapper().writeValueAsString("urn:pulumi:" + HOSTILE + "::p::t:t:T::" + HOSTILE)
                        + ", \"newState\": {\"type\": \"aws:apigatewayv2/route:Route\", \"custom\": true, \"inputs\": "
                        + "{\"routeKey\": " + name + "}}}]}",
                "");
        var failed = PreviewReader.missing(HOSTILE + "2", HOSTILE, HOSTILE + "\n" + HOSTILE);

        var markdown = PreviewsMarkdown.render(new Previews(List.of(hostile, failed)), HOSTILE);

        assertThat(MarkdownStructure.of(markdown).cellsByRow()).containsExactly(3, 3, 3, 5, 5);
        assertThat(outsideOfCode(markdown)).doesNotContain("@team", "#1", "<script>", "\u001b");
    }

    @Test
    void a_name_in_a_fold_s_title_mentions_nobody() {
        var plan = new AllStacksDiff(
                "a",
                "b",
                List.of(),
                List.of(new Compared(PlanDiff.between(
                        stack("@team", List.of()), stack("@team", List.of(Resource.of(ROUTE, "r")))))));
        assertThat(StacksMarkdown.render(plan, Previews.none(), "p", "c"))
                .contains("<summary><code>@team</code>: 1 created</summary>");
    }

    @Test
    void more_than_a_comment_holds_keeps_every_row() {
        var log = "x".repeat(400) + "\n";
        var many = IntStream.range(0, 40)
                .mapToObj(i -> PreviewReader.missing("stack-" + i, "file", log.repeat(50)))
                .toList();
        assertThat(PreviewsMarkdown.render(new Previews(many), "p"))
                .hasSizeLessThanOrEqualTo(Markdown.COMMENT_MAX)
                .contains("`stack-0`", "`stack-39`");
    }

    /** What GitHub reads as text: neither in a code span, nor in a fence, nor in a code element. */
    private static String outsideOfCode(String markdown) {
        return markdown.replaceAll("(?ms)^(`{3,}).*?^\\1$", "")
                .replaceAll("(?s)<code>.*?</code>", "")
                .replaceAll("(?s)(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
    }

    private static StackPreview changed() {
        return preview("dev", "changed.json");
    }

    private static StackPreview preview(String stack, String file) {
        try {
            return PreviewReader.read(stack, Files.readString(FILES.resolve(file)), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StackPreview read(String singleQuoted) {
        return PreviewReader.read("dev", singleQuoted.replace('\'', '"'), "");
    }

    private static String step(String operation, String states) {
        return "{'changeSummary': {}, 'steps': [{'op': '" + operation + "', 'urn': 'urn:pulumi:dev::p::t:t:T::a', "
                + states + "}]}";
    }

    private static Previews previews(StackPreview preview) {
        return new Previews(List.of(preview));
    }

    private static String text(StackPreview preview) {
        return PreviewsText.render(previews(preview), Screen.plain(), Folding.FOLDED);
    }

    private static String stacksText(AllStacksDiff plan, StackPreview preview) {
        return StacksText.render(plan, previews(preview), Screen.plain(), Folding.FOLDED);
    }

    private static String stacksMarkdown(AllStacksDiff plan, StackPreview preview) {
        return StacksMarkdown.render(plan, previews(preview), "edgesocket", "./edgesocket plan --against main");
    }

    private static AllStacksDiff unchangedPlan() {
        Plan same = stack("dev", List.of());
        return new AllStacksDiff("main", "here", List.of(), List.of(new Compared(PlanDiff.between(same, same))));
    }
}
