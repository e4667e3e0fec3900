package io.edgesocket.plan.render;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.routes;
import static io.edgesocket.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.StackDiff;
import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.diff.StackDiff.Failed;
import io.edgesocket.plan.diff.StackDiff.Gone;
import io.edgesocket.plan.diff.StackDiff.New;
import io.edgesocket.plan.preview.Previews;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a change means for all stacks, in each of its forms. */
class StacksRenderingsTest {
    private static final String COMMAND = "./edgesocket plan --against main";

    @Test
    void text_has_a_row_for_each_kind_of_stack_and_then_the_details() {
        assertThat(StacksText.render(everyKind(), Previews.none(), Screen.plain(), Folding.FOLDED))
                .isEqualTo("""
                        main (1a2b3c4) → the working tree

                        ~ dev  1 changed
                            opens access: connect asks for no API key any more
                        + new  new: 31 resources
                        ~ odd  can't be compared: main (1a2b3c4) doesn't build:
                            App.java:3: ';' expected
                        - old  has no file any more; what it deployed stays until you run pulumi destroy
                          unchanged: same

                        edgesocket dev

                        Changes
                        ~ connect  apigatewayv2 Route
                            ~ apiKeyRequired: true → false
                              1 input unchanged

                        ~ 1 changed, 0 unchanged
                        """);
    }

    @Test
    void markdown_shows_all_but_the_details_unfolded() {
        assertThat(markdown(everyKind())).startsWith("""
                        **`main (1a2b3c4)` → `the working tree`**

                        |  | Stack | What | Mind |
                        | --- | --- | --- | --- |
                        | `~` | `dev` | `1 changed` | **opens access**: `connect` `asks for no API key any more` |
                        | `+` | `new` | `new: 31 resources` |  |
                        | `~` | `odd` | `can't be compared: main (1a2b3c4) doesn't build:`<br>`App.java:3: ';' expected` |  |
                        | `-` | `old` | `has no file any more; what it deployed stays until you run pulumi destroy` |  |

                        Unchanged: `same`

                        <details><summary>dev: 1 changed</summary>
                        """).endsWith("\n<!-- edgesocket against edgesocket -->\n");
    }

    @Test
    void json_has_a_result_for_each_stack() throws Exception {
        var json = new ObjectMapper().readTree(StacksJson.render(everyKind(), Previews.none()));

        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("stacks").findValuesAsText("result"))
                .containsExactly("changed", "new", "failed", "gone", "unchanged");
        assertThat(json.at("/stacks/0/effects/0/kind").asText()).isEqualTo("opens access");
        assertThat(json.at("/stacks/0/diff/counts/changed").asInt()).isOne();
    }

    @Test
    void stacks_of_which_there_is_the_same_to_say_share_a_row() {
        var diff = new AllStacksDiff("a", "b", List.of(), List.of(new Failed("one", "no"), new Failed("two", "no")));
        assertThat(markdown(diff)).contains("| `~` | `one`, `two` | `can't be compared: no` |  |");
    }

    @Test
    void what_does_not_fit_in_a_comment_is_left_out_below_the_rows_and_it_says_where_it_is() {
        var stacks = IntStream.range(0, 40)
                .mapToObj(i -> "stack-" + i)
                .<StackDiff>map(
                        name -> new Compared(PlanDiff.between(stack(name, List.of()), stack(name, routes(100)))))
                .toList();
        var comment = markdown(new AllStacksDiff("a", "b", List.of(), stacks));

        assertThat(comment)
                .hasSizeLessThanOrEqualTo(Markdown.COMMENT_MAX)
                .contains("`stack-39`", "\nThe rest: `" + COMMAND + "`\n")
                .endsWith("<!-- edgesocket against edgesocket -->\n");
    }

    @Test
    void no_name_or_reason_becomes_markup() {
        var hostile = "``` </details> @everyone | [x](y) <script>";
        var diff = new AllStacksDiff(hostile, hostile, List.of(hostile), List.of(new Failed(hostile, hostile)));
        assertThat(MarkdownStructure.of(markdown(diff)).cellsByRow()).containsExactly(4, 4);
    }

    private static String markdown(AllStacksDiff diff) {
        return StacksMarkdown.render(diff, Previews.none(), "edgesocket", COMMAND);
    }

    private static AllStacksDiff everyKind() {
        var route = Resource.of(ROUTE, "connect");
        var same = stack("same", List.of(Resource.of(API, "chat")));
        return new AllStacksDiff(
                "main (1a2b3c4)",
                "the working tree",
                List.of(),
                List.of(
                        new Compared(PlanDiff.between(
                                stack("dev", List.of(route.with("{'routeKey': 'a', 'apiKeyRequired': true}"))),
                                stack("dev", List.of(route.with("{'routeKey': 'a', 'apiKeyRequired': false}"))))),
                        new New("new", 31),
                        new Failed("odd", "main (1a2b3c4) doesn't build:\nApp.java:3: ';' expected"),
                        new Gone("old"),
                        new Compared(PlanDiff.between(same, same))));
    }
}
