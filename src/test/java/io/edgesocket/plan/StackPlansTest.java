package io.edgesocket.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans of this repository's own stacks, as they are reviewed. */
class StackPlansTest {
    /** Of compiled classes: another compiler writes them otherwise. */
    private static final String COMPILED = "(\"\\$asset\": \"target/classes/[^\"]*\",\\s*\"sha256\": \")[0-9a-f]+";
    /** Of the archive that holds them. */
    private static final String HOLDING_COMPILED = "(\"\\$asset\": \\{\\s*\"io/edgesocket/[a-z]+\": \\{[^}]*},"
            + "\\s*\"lib\": \\{[^}]*}\\s*},\\s*\"sha256\": \")[0-9a-f]+";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void a_stack_s_plan_is_the_one_that_was_reviewed(String stack) {
        var json = PlanJson.write(OwnStacks.plan(stack));
        Golden.assertMatches("stacks/" + stack + ".json",
                json.replaceAll(COMPILED, "$1depends on the compiler").replaceAll(HOLDING_COMPILED, "$1depends on the compiler"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void a_stack_is_shown_as_it_was_reviewed(String stack) {
        Golden.assertMatches("stacks/" + stack + ".txt", PlanText.render(OwnStacks.plan(stack), Screen.plain(), Siblings.FOLDED));
    }
}
