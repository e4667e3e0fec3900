package io.edgesocket.plan.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanArbitraries;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.diff.PlanDiff;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in a plan: what is drawn of it does nothing to the terminal that shows it. */
class ControlCharactersTest {
    private static final int TRIES = 150;
    private static final String HARMFUL = "(?s).*[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]].*";

    @Provide
    Arbitrary<Plan> any() {
        return PlanArbitraries.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void what_is_drawn_of_a_plan_is_harmless(@ForAll("any") Plan plan) {
        assertThat(List.of(
                        PlanText.render(plan, Screen.plain(), Folding.FOLDED),
                        PlanMarkdown.render(plan),
                        PlanDot.render(plan),
                        PlanJson.write(plan)))
                .allSatisfy(text -> assertThat(text).doesNotMatch(HARMFUL));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void what_is_drawn_of_a_difference_is_harmless(@ForAll("any") Plan before, @ForAll("any") Plan after) {
        var diff = PlanDiff.between(before, after);
        assertThat(List.of(
                        DiffText.render(diff, Screen.plain(), Folding.FOLDED),
                        DiffMarkdown.render(diff),
                        DiffJson.render(diff)))
                .allSatisfy(text -> assertThat(text).doesNotMatch(HARMFUL));
    }
}
