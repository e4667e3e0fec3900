package io.edgesocket.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanArbitraries;
import io.edgesocket.plan.render.DiffJson;
import io.edgesocket.plan.render.DiffMarkdown;
import io.edgesocket.plan.render.DiffText;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.MarkdownStructure;
import io.edgesocket.plan.render.Screen;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every two plans. */
class DiffPropertiesTest {
    private static final int TRIES = 100;

    @Provide
    Arbitrary<Plan> any() {
        return PlanArbitraries.any();
    }

    @Provide
    Arbitrary<Plan> orderly() {
        return PlanArbitraries.orderly();
    }

    @Property(tries = TRIES)
    void a_plan_does_not_differ_from_itself(@ForAll("any") Plan plan) {
        assertThat(PlanDiff.between(plan, plan)).matches(PlanDiff::isEmpty);
    }

    @Property(tries = TRIES)
    void a_difference_applied_to_the_earlier_plan_gives_the_later_one(
            @ForAll("orderly") Plan before, @ForAll("orderly") Plan after) {
        assertThat(Patch.of(PlanDiff.between(before, after)).applyTo(before)).isEqualTo(Patch.comparable(after));
    }

    @Property(tries = TRIES)
    void colour_only_adds_codes_to_a_difference(@ForAll("any") Plan before, @ForAll("any") Plan after) {
        var diff = PlanDiff.between(before, after);
        assertThat(DiffText.render(diff, new Screen(80, true), Folding.ALL).replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(DiffText.render(diff, new Screen(80, false), Folding.ALL));
    }

    @Property(tries = TRIES)
    void every_difference_is_markdown_that_no_value_breaks(@ForAll("any") Plan before, @ForAll("any") Plan after) {
        assertThatCode(() -> MarkdownStructure.of(DiffMarkdown.render(PlanDiff.between(before, after))))
                .doesNotThrowAnyException();
    }

    @Property(tries = TRIES)
    void every_difference_is_json(@ForAll("any") Plan before, @ForAll("any") Plan after) {
        assertThat(JsonText.in(TextNode.valueOf(DiffJson.render(PlanDiff.between(before, after)))))
                .isPresent();
    }
}
