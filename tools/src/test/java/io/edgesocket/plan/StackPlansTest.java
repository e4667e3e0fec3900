package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.engine.StackConfig;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.PlanText;
import io.edgesocket.plan.render.Screen;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans of this repository's own stacks, as they are reviewed. */
class StackPlansTest {
    /** Of compiled classes, in a jar or not: another compiler writes them otherwise. */
    private static final String COMPILED =
            "(\"\\$asset\": \"target/(?:classes/[^\"]*|function/users)\",\\s*\"sha256\": \")[0-9a-f]+";
    /** Of the archive that holds them. */
    private static final String HOLDING_COMPILED = "(\"\\$asset\": \\{\\s*(?:\"io/edgesocket/[a-z]+\": \\{[^}]*},\\s*)?"
            + "\"lib\": \\{[^}]*}\\s*},\\s*\"sha256\": \")[0-9a-f]+";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void a_stack_s_plan_is_the_one_that_was_reviewed(String stack) {
        var json = PlanJson.write(OwnStacks.plan(stack));
        Golden.assertMatches(
                "stacks/" + stack + ".json",
                json.replaceAll(COMPILED, "$1depends on the compiler")
                        .replaceAll(HOLDING_COMPILED, "$1depends on the compiler"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void a_stack_is_shown_as_it_was_reviewed(String stack) {
        Golden.assertMatches(
                "stacks/" + stack + ".txt", PlanText.render(OwnStacks.plan(stack), Screen.plain(), Folding.FOLDED));
    }

    @Test
    void in_front_of_an_api_that_exists_there_is_a_distribution_and_nothing_of_an_api() {
        var plan = OwnStacks.plan(new StackConfig(
                "edgesocket",
                "front",
                Map.of(
                        "aws:region",
                        "eu-west-1",
                        "edgesocket:endpoint",
                        "wss://abc123.execute-api.eu-west-1.amazonaws.com/live"),
                Set.of()));
        assertThat(plan.resources())
                .filteredOn(PlannedResource::custom)
                .extracting(PlannedResource::type)
                .containsExactly(Plans.DISTRIBUTION, "aws:cloudfront/originRequestPolicy:OriginRequestPolicy");
        assertThat(plan.resources())
                .filteredOn(resource -> resource.type().equals(Plans.DISTRIBUTION))
                .allSatisfy(cdn -> assertThat(
                                cdn.inputs().at("/origins/0/domainName").asText())
                        .isEqualTo("abc123.execute-api.eu-west-1.amazonaws.com"));
    }
}
