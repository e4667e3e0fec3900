package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.edgesocket.plan.render.ComponentGroup;
import io.edgesocket.plan.render.DotSyntax;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.MarkdownStructure;
import io.edgesocket.plan.render.PlanDot;
import io.edgesocket.plan.render.PlanMarkdown;
import io.edgesocket.plan.render.PlanText;
import io.edgesocket.plan.render.Screen;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every plan. */
class PlanPropertiesTest {
    private static final int TRIES = 100;

    @Provide
    Arbitrary<Plan> any() {
        return PlanArbitraries.any();
    }

    @Property(tries = TRIES)
    void a_plan_that_is_written_and_read_is_the_same_plan(@ForAll("any") Plan plan) {
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Property(tries = TRIES)
    void a_plan_that_is_read_is_written_in_the_same_bytes(@ForAll("any") Plan plan) {
        var written = PlanJson.write(plan);
        assertThat(PlanJson.write(PlanJson.read(written))).isEqualTo(written);
    }

    @Property(tries = TRIES)
    void colour_only_adds_codes(@ForAll("any") Plan plan, @ForAll @IntRange(max = 200) int columns) {
        var coloured = PlanText.render(plan, new Screen(columns, true), Folding.FOLDED);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(PlanText.render(plan, new Screen(columns, false), Folding.FOLDED));
    }

    @Property(tries = TRIES)
    void no_row_is_wider_than_the_screen(@ForAll("any") Plan plan, @ForAll @IntRange(min = 1, max = 200) int columns) {
        assertThat(PlanText.render(plan, new Screen(columns, false), Folding.FOLDED)
                        .lines()
                        .filter(line -> line.matches("[│ ]*[├└].*")))
                .allMatch(row -> row.codePointCount(0, row.length()) <= columns);
    }

    @Property(tries = TRIES)
    void every_plan_is_markdown_that_no_value_breaks(@ForAll("any") Plan plan) {
        assertThat(MarkdownStructure.of(PlanMarkdown.render(plan)).fences())
                .hasSameSizeAs(ComponentGroup.of(ResourceTree.of(plan)).stream()
                        .flatMap(part -> part.resources().stream())
                        .toList());
    }

    @Property(tries = TRIES)
    void every_plan_is_a_graph(@ForAll("any") Plan plan) {
        assertThatCode(() -> DotSyntax.check(PlanDot.render(plan))).doesNotThrowAnyException();
    }
}
