package io.edgesocket.plan.render;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.dev;
import static io.edgesocket.plan.Plans.routes;
import static io.edgesocket.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plans.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMarkdownTest {

    @Test
    void an_empty_stack_is_its_verdict_and_the_tag() {
        assertThat(PlanMarkdown.render(dev()))
                .isEqualTo("**`edgesocket dev` has 0 resources**\n\n\n" + "<!-- edgesocket plan dev -->\n");
    }

    @Test
    void the_tag_is_the_last_line() {
        assertThat(PlanMarkdown.render(dev(Resource.of(API, "chat")))).endsWith("\n<!-- edgesocket plan dev -->\n");
    }

    @Test
    void a_stacks_name_can_not_end_the_tag() {
        assertThat(PlanMarkdown.render(stack("a-->b", List.of()))).endsWith("<!-- edgesocket plan a--_b -->\n");
    }

    @Test
    void a_plan_over_githubs_limit_is_cut_in_the_middle_and_says_so() {
        assertThat(PlanMarkdown.render(stack("dev", routes(2000))))
                .hasSizeLessThanOrEqualTo(Markdown.COMMENT_MAX)
                .contains("has 2000 resources", "route-000", "route-1999", "resources left out here")
                .endsWith("<!-- edgesocket plan dev -->\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                "a\\|b",
                "`",
                "a``b",
                "``` ",
                "</details>",
                "<img src=x>",
                "[a](http://b)",
                "@team",
                "--> <b>",
                "*a*",
                "a\n\n# b",
                "| --- |",
                "$x$",
                "&lt;",
                "a\\"
            })
    void no_name_breaks_out_of_its_place(String name) {
        var component = Resource.component(name);
        var markdown = PlanMarkdown.render(dev(component, Resource.of(API, name).in(component)));
        assertThat(MarkdownStructure.of(markdown).cellsByRow()).containsOnly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"```", "~~~", "</details>", "\\n```\\n"})
    void no_input_breaks_out_of_its_fence(String value) {
        var markdown = PlanMarkdown.render(dev(Resource.of(API, "chat").with("{'name': '" + value + "'}")));
        assertThat(MarkdownStructure.of(markdown).fences())
                .singleElement()
                .asString()
                .contains("name");
    }
}
