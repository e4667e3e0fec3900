package io.edgesocket.plan.render;

import io.edgesocket.plan.Golden;
import io.edgesocket.plan.diff.PlanDiff;
import org.junit.jupiter.api.Test;

/** Every rendering of what changes between two small plans, as a reader sees it. */
class DiffRenderingsTest {
    private final PlanDiff diff = PlanDiff.between(Golden.plan("before.json"), Golden.plan("after.json"));

    @Test
    void text() {
        Golden.assertMatches("diff.txt", DiffText.render(diff, Screen.plain(), Folding.FOLDED));
    }

    @Test
    void markdown() {
        Golden.assertMatches("diff.md", DiffMarkdown.render(diff));
    }

    @Test
    void json() {
        Golden.assertMatches("diff.json", DiffJson.render(diff));
    }
}
