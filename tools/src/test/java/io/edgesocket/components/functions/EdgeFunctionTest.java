package io.edgesocket.components.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.aws.lambda.FunctionArgs;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Planned;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.workspace.InProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeFunctionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FUNCTION = "aws:lambda/function:Function";
    private static final String ROLE = "aws:iam/role:Role";
    private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";

    @TempDir(factory = InProject.class)
    Path folder;

    @BeforeEach
    void code() throws Exception {
        Files.writeString(
                folder.resolve("index.mjs"), "export const handler = async (event) => event.Records[0].cf.request;");
    }

    @Test
    void it_is_deployed_to_us_east_1_whatever_the_region_of_the_stack() {
        assertThat(registered(args -> args))
                .filteredOn(it -> it.type().equals(FUNCTION))
                .singleElement()
                .satisfies(it -> assertThat(it.provider()).contains("::us-east-1"));
    }

    @Test
    void a_version_is_published_for_the_processor_that_lambda_at_edge_has() throws Exception {
        assertThat(inputs(args -> args))
                .contains(
                        entry("publish", true),
                        entry("architectures", List.of("x86_64")),
                        entry("runtime", "nodejs22.x"),
                        entry("handler", "index.handler"),
                        entry("memorySize", 128),
                        entry("timeout", 5));
    }

    @Test
    void it_stays_when_its_stack_goes_and_nothing_else_of_it_does() {
        assertThat(registered(args -> args))
                .filteredOn(it -> it.options().retainOnDelete())
                .extracting(Registration::type)
                .containsExactly(FUNCTION);
    }

    @Test
    void lambda_and_its_copies_at_the_edge_may_take_the_role() {
        assertThat(one(ROLE)).contains("\"Service\":[\"lambda.amazonaws.com\",\"edgelambda.amazonaws.com\"]");
    }

    @Test
    void it_may_log_in_every_region_to_its_own_groups_and_do_nothing_else() {
        assertThat(one(POLICY))
                .contains(
                        "\"Action\":[\"logs:CreateLogGroup\",\"logs:CreateLogStream\",\"logs:PutLogEvents\"]",
                        "\"Resource\":\"arn:aws:logs:*:*:log-group:/aws/lambda/us-east-1.stamp-*\"");
    }

    @Test
    void without_a_configuration_the_folder_is_deployed_as_it_is() {
        assertThat(one(FUNCTION)).contains(folder.toString()).doesNotContain("config.json");
    }

    @Test
    void a_configuration_is_packed_beside_the_code_in_the_place_of_its_own() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{\"color\": \"red\"}");
        Files.createDirectory(folder.resolve("lib"));

        assertThat(only(FUNCTION, args -> args.configuration(Map.of("color", "blue", "a<b", "1"))))
                .contains("index.mjs", "lib", "config.json", "\"color\": \"blue\"", "\"a<b\": \"1\"")
                .doesNotContain("red");
    }

    @Test
    void what_it_takes_can_be_set_and_changed() throws Exception {
        assertThat(inputs(args -> args.memoryMb(256)
                        .timeout(Duration.ofSeconds(30))
                        .description("Stamps")
                        .tags(Map.of("team", "chat"))
                        .transform(child -> child.change(
                                FunctionArgs.class,
                                it -> FunctionArgs.builder(it).handler("a.b").build()))))
                .contains(
                        entry("memorySize", 256),
                        entry("timeout", 30),
                        entry("description", "Stamps"),
                        entry("tags", Map.of("team", "chat")),
                        entry("handler", "a.b"));
    }

    @Test
    void it_may_be_python() throws Exception {
        Files.writeString(folder.resolve("index.py"), "def handler(event, context): ...");
        assertThat(inputs(args -> args.python(folder, "index.handler"))).containsEntry("runtime", "python3.13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0    | 128   | timeout: 0.0 s; whole seconds, 1 to 30",
                "31   | 128   | timeout: 31.0 s; whole seconds, 1 to 30",
                "5    | 127   | memory: 127 MB; 128 to 10240 MB"
            })
    void what_lambda_at_edge_does_not_take_is_refused(int seconds, int memory, String problem) {
        assertThat(problems(args -> args.timeout(Duration.ofSeconds(seconds)).memoryMb(memory)))
                .containsExactly(problem);
    }

    @Test
    void code_and_region_are_required() {
        assertThat(problems(args -> EdgeFunctionArgs.builder()))
                .containsExactly(
                        "folder: missing; nodejs(…) or python(…): Lambda@Edge runs nothing else",
                        "usEast1: missing; the program's UsEast1: Lambda@Edge is deployed in that region only");
    }

    @Test
    void a_folder_without_the_handler_s_file_is_refused() {
        assertThat(problems(args -> args.nodejs(folder, "other.handler")))
                .containsExactly("folder: " + folder
                        + " has no file for the handler other.handler; other.mjs or other.js or other.cjs");
    }

    private List<Registration> registered(UnaryOperator<EdgeFunctionArgs.Builder> change) {
        var config = Map.of("aws:region", "eu-west-1");
        return Engine.run(
                        new StackConfig("shop", "dev", config, Set.of()),
                        ctx -> new EdgeFunction("stamp", change.apply(fine()).build()))
                .resources();
    }

    private Map<String, Object> inputs(UnaryOperator<EdgeFunctionArgs.Builder> change) throws IOException {
        var planned =
                Planned.of(ctx -> new EdgeFunction("stamp", change.apply(fine()).build()));
        return JSON.readValue(planned.inputs("Function stamp").toString(), new TypeReference<>() {});
    }

    private String one(String type) {
        return only(type, args -> args);
    }

    private String only(String type, UnaryOperator<EdgeFunctionArgs.Builder> change) {
        return registered(change).stream()
                .filter(it -> it.type().equals(type))
                .findFirst()
                .orElseThrow()
                .inputs()
                .toString();
    }

    private List<String> problems(UnaryOperator<EdgeFunctionArgs.Builder> change) {
        var args = change.apply(fine()).build();
        return catchThrowableOfType(InvalidArgumentsException.class, () -> new EdgeFunction("stamp", args))
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }

    private EdgeFunctionArgs.Builder fine() {
        return EdgeFunctionArgs.builder().nodejs(folder, "index.handler").usEast1(new UsEast1());
    }
}
