package io.edgesocket.plan.render;

import io.edgesocket.plan.Golden;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import org.junit.jupiter.api.Test;

/** Every rendering of one small plan, as a reader sees it. */
class PlanRenderingsTest {
    private final Plan plan = Golden.plan("before.json");

    @Test
    void json() {
        Golden.assertMatches("before.json", PlanJson.write(plan));
    }

    @Test
    void text() {
        Golden.assertMatches("before.txt", PlanText.render(plan, Screen.plain(), Folding.FOLDED));
    }

    @Test
    void text_on_a_narrow_screen() {
        Golden.assertMatches("before-narrow.txt", PlanText.render(plan, new Screen(60, false), Folding.FOLDED));
    }

    @Test
    void markdown() {
        Golden.assertMatches("before.md", PlanMarkdown.render(plan));
    }

    @Test
    void dot() {
        Golden.assertMatches("before.dot", PlanDot.render(plan));
    }
}
