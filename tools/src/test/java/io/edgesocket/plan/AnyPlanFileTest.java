package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.render.DiffJson;
import io.edgesocket.plan.render.DiffMarkdown;
import io.edgesocket.plan.render.DiffText;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.PlanDot;
import io.edgesocket.plan.render.PlanMarkdown;
import io.edgesocket.plan.render.PlanText;
import io.edgesocket.plan.render.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a plan's file holds: it is refused with a message, or it is a plan that can be compared and drawn. */
class AnyPlanFileTest {
    private static final int TRIES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> odd() {
        return List.of(
                "",
                "[".repeat(100_000),
                "{\"version\": 1, \"outputs\": " + "{\"a\": ".repeat(100_000),
                "{\"version\": " + "9".repeat(100_000) + "}",
                "{\"version\": 1.0}",
                "{\"version\": 1, \"version\": 1}",
                "null",
                "\u0000",
                "\ufeff{\"version\": 1}",
                "{\"version\": 1} {}");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void what_is_no_plan_is_refused_in_one_line(String content) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanJson.read(content))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).hasSizeLessThan(400).doesNotContain("\n"));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_plan_in_which_anything_was_changed_is_refused_or_drawn(
            @ForAll("plans") Plan before, @ForAll("changed") String changed) throws IOException {
        var plan = read(changed);
        if (plan.isPresent()) {
            assertThat(PlanText.render(plan.get(), Screen.plain(), Folding.FOLDED))
                    .isNotNull();
            assertThat(PlanMarkdown.render(plan.get())).isNotNull();
            assertThat(PlanDot.render(plan.get())).isNotNull();
            var diff = PlanDiff.between(before, plan.get());
            assertThat(DiffText.render(diff, Screen.plain(), Folding.FOLDED)).isNotNull();
            assertThat(DiffMarkdown.render(diff)).isNotNull();
            assertThat(JSON.readTree(DiffJson.render(diff)).isObject()).isTrue();
        }
    }

    private static Optional<Plan> read(String content) {
        try {
            return Optional.of(PlanJson.read(content));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("it is ");
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        return PlanArbitraries.any();
    }

    /** A field of a plan or of one resource is another value, or characters of the text are others. */
    @Provide
    Arbitrary<String> changed() {
        var values = Arbitraries.of(
                "null",
                "0",
                "-1",
                "1e400",
                "\"\"",
                "\"x\"",
                "\"::\"",
                "[]",
                "{}",
                "[null]",
                "[\"\"]",
                "[[]]",
                "true",
                "\"${\"",
                "\"urn:pulumi:dev::a::b::c\"",
                "{\"\":{\"\":[]}}");
        var fields = Arbitraries.of(
                "version",
                "project",
                "stack",
                "resources",
                "outputs",
                "urn",
                "type",
                "name",
                "custom",
                "parent",
                "provider",
                "aliases",
                "ignoreChanges",
                "dependsOn",
                "inputs",
                "protect",
                "unknown");
        var byField = Combinators.combine(plans(), fields, values).as(AnyPlanFileTest::set);
        var byText = Combinators.combine(
                        plans().map(PlanJson::write),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.of("", "\"", "{", "}", "[", ",", "\\", "\u0000", "9", "-", "\\u"))
                .as((text, place, put) -> {
                    var at = place % text.length();
                    return text.substring(0, at) + put + text.substring(Math.min(text.length(), at + 1));
                });
        return Arbitraries.oneOf(byField, byText);
    }

    private static String set(Plan plan, String field, String value) {
        try {
            var root = (ObjectNode) JSON.readTree(PlanJson.write(plan));
            root.replace(root.has(field) ? field : "unknown", JSON.readTree(value));
            if (root.path("resources") instanceof ArrayNode resources
                    && resources.path(0) instanceof ObjectNode first) {
                first.replace(field, JSON.readTree(value));
            }
            return root.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
