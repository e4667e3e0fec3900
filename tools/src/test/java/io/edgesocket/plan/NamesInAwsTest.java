package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.project.Project;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a project and a stack are called, up to Pulumi's 100 characters, their services take the names that are made of
 * them.
 */
class NamesInAwsTest {
    /** What a service takes, by the input that has the name. Other resources are named by Pulumi, after the component. */
    private static final Map<String, Pattern> TAKEN = Map.of(
            // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
            "aws:cloudwatch/logGroup:LogGroup name", Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}"),
            // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
            "aws:cloudwatch/dashboard:Dashboard dashboardName", Pattern.compile("[A-Za-z0-9_-]{1,255}"),
            // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
            "aws:apigatewayv2/api:Api description", Pattern.compile(".{0,1024}"));

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void any_project_and_stack_have_names_that_AWS_takes(
            @ForAll("names") String project, @ForAll("names") String stack) {
        assertNamesAreTaken(project, stack);
    }

    @Example
    void the_longest_names_do() {
        assertNamesAreTaken("p".repeat(100), "s".repeat(100));
        assertNamesAreTaken("p.".repeat(50), "s.".repeat(50));
    }

    @Example
    void stacks_whose_names_differ_in_a_dot_alone_have_dashboards_of_their_own() {
        assertThat(List.of(dashboard("shop", "v1.2"), dashboard("shop", "v1-2"), dashboard("shop", "v1_2")))
                .doesNotHaveDuplicates();
    }

    private static String dashboard(String project, String stack) {
        return plan(project, stack).resources().stream()
                .map(resource -> resource.inputs().path("dashboardName").asText())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static void assertNamesAreTaken(String project, String stack) {
        var named = new HashMap<String, String>();
        plan(project, stack)
                .resources()
                .forEach(resource -> resource.inputs().properties().stream()
                        .filter(input -> input.getValue().isTextual())
                        .filter(input -> TAKEN.containsKey(resource.type() + " " + input.getKey())
                                || isName(input.getKey())
                                        && input.getValue().textValue().contains(stack))
                        .forEach(input -> named.put(
                                resource.type() + " " + input.getKey(),
                                input.getValue().textValue())));
        assertThat(named).hasSizeGreaterThanOrEqualTo(TAKEN.size());
        named.forEach((input, name) -> assertThat(name)
                .as(input)
                .matches(TAKEN.getOrDefault(input, Pattern.compile("an input that this test should know"))));
    }

    /** What isn't a name may hold one, as a dashboard's text does. */
    private static boolean isName(String input) {
        return input.equals("name") || input.endsWith("Name");
    }

    /** Of the settings of the stack {@code prod}, which make everything. */
    private static Plan plan(String project, String stack) {
        var prod = Project.at(Path.of("")).stack("prod");
        return OwnStacks.plan(new StackConfig(project, stack, prod.values(), prod.secretKeys()));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("-_.")
                .ofMinLength(20) // so that it is found in nothing that isn't made of it
                .ofMaxLength(100);
    }
}
