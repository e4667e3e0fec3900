package io.edgesocket.plan.render;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.dev;
import static io.edgesocket.plan.Plans.routes;
import static io.edgesocket.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.diff.PlanDiff;
import org.junit.jupiter.api.Test;

class DiffMarkdownTest {

    @Test
    void no_changes_is_a_sentence_and_the_tag() {
        var plan = dev(Resource.of(API, "chat"));
        assertThat(DiffMarkdown.render(PlanDiff.between(plan, plan)))
                .isEqualTo(
                        "**`edgesocket dev`**: No changes: 1 resource is the same.\n\n<!-- edgesocket diff dev -->\n");
    }

    @Test
    void a_difference_over_githubs_limit_is_cut_in_the_middle_and_says_so() {
        assertThat(DiffMarkdown.render(PlanDiff.between(dev(), stack("dev", routes(2000)))))
                .hasSizeLessThanOrEqualTo(Markdown.COMMENT_MAX)
                .contains("2000 created", "route-000", "route-1999", "left out here")
                .endsWith("<!-- edgesocket diff dev -->\n");
    }
}
