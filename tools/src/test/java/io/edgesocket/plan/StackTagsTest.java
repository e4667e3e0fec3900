package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.engine.project.Project;
import io.edgesocket.plan.Plan.PlannedResource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every resource has the stack's tags whose arguments, in the SDK, have tags. */
class StackTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void whatever_takes_tags_has_those_of_the_stack(String stack) throws Exception {
        var tags = new ObjectMapper()
                .readTree(Project.at(Path.of("")).stack(stack).values().get("edgesocket:tags"));
        assertThat(taggable(OwnStacks.plan(stack)))
                .isNotEmpty()
                .allSatisfy(
                        resource -> assertThat(resource.inputs().path("tags").properties())
                                .as(resource.urn())
                                .containsAll(tags.properties()));
    }

    private static Stream<PlannedResource> taggable(Plan plan) {
        return plan.resources().stream()
                .filter(resource -> resource.type().startsWith("aws:"))
                .filter(resource -> takesTags(resource.type()));
    }

    /** @param type such as {@code aws:apigatewayv2/api:Api}, whose arguments are {@code com.pulumi.aws.apigatewayv2.ApiArgs} */
    private static boolean takesTags(String type) {
        var parts = type.split("[:/]");
        try {
            var args = Class.forName("com.pulumi.aws." + parts[1] + "." + parts[3] + "Args");
            return Arrays.stream(args.getMethods())
                    .anyMatch(method -> method.getName().equals("tags"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the SDK has no arguments for " + type, e);
        }
    }
}
