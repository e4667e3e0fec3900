package io.edgesocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.project.Project;
import io.edgesocket.plan.OwnStacks;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Planner;
import io.edgesocket.settings.ConfiguredStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page tells to do works in both stacks that are shipped, in place of what stands there already. */
class RecipesInStacksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a key can't stand beside: a page says so where it gives the key. */
    private static final Map<String, Set<String>> INSTEAD_OF = Map.of(
            "edgesocket:endpoint",
            Set.of(
                    "edgesocket:account",
                    "edgesocket:stage",
                    "edgesocket:functions",
                    "edgesocket:users",
                    "edgesocket:alarms"),
            "certificateArn",
            Set.of("hostedZone"),
            "webAclArn",
            Set.of("webAcl"),
            "topics",
            Set.of("emails"));

    @TempDir
    Path folder;

    static Stream<Arguments> pagesAndStacks() {
        return Page.all()
                .filter(page -> !page.equals(EstatePageTest.PAGE))
                .flatMap(page -> Stream.of("dev", "prod").map(stack -> Arguments.of(page, stack)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndStacks")
    void a_page_s_settings_are_planned(Page page, String stack) {
        page.blocks("yaml")
                .filter(block -> block.contains("edgesocket:"))
                .forEach(block -> assertThatCode(() -> OwnStacks.plan(with(block, stack)))
                        .as(block)
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void functions_in_every_language_are_planned(String stack) throws IOException {
        var python = Path.of("target/recipes/python");
        Files.createDirectories(python);
        Files.writeString(python.resolve("app.py"), "def handler(event, context): pass\n");
        var codes = Map.of(
                "node", FunctionCode.nodejs(Path.of("src/main/edge/region-header"), "index.handler"),
                "python", FunctionCode.python(python, "app.handler"));
        var plan = plan(Project.at(Path.of("")).stack(stack), context -> api(context, codes));
        assertThat(plan.resources())
                .filteredOn(resource -> resource.type().equals("aws:lambda/function:Function"))
                .extracting(resource -> resource.inputs().path("runtime").asText())
                .contains("nodejs22.x", "python3.13");
    }

    private static void api(Context context, Map<String, FunctionCode> codes) {
        var configured = ConfiguredStack.of(context);
        var api = WebSocketApiArgs.builder()
                .route("$connect", Route.mock())
                .route("send", Route.mock()); // which the settings of prod throttle
        codes.forEach((name, code) -> api.route(
                name,
                Route.to(new NewFunction(name, configured.settings().functions().toFunction(code)))));
        configured.api("chat", api.stage(configured.settings().stage().toStage()), codes.get("node"));
    }

    private static Plan plan(StackConfig stack, Consumer<Context> program) {
        return Planner.plan(Engine.run(stack, program), Path.of(""));
    }

    /** The stack with the block's keys in the place of its own: two keys down, as somebody would edit the file. */
    private StackConfig with(String block, String stack) throws IOException {
        var shipped = Project.at(Path.of("")).stack(stack);
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: edgesocket\nruntime: java\n");
        var given = block.startsWith("config:\n") ? block : "config:\n" + block;
        Files.writeString(
                folder.resolve("Pulumi.page.yaml"),
                given.replaceAll(
                        "(sns|lambda|kms):eu-west-1", "$1:" + shipped.values().get("aws:region")));
        var page = Project.at(folder).stack("page");
        var values = new HashMap<>(shipped.values());
        page.values().forEach((key, value) -> {
            values.keySet().removeAll(INSTEAD_OF.getOrDefault(key, Set.of()));
            values.merge(key, value, RecipesInStacksTest::edited);
        });
        var secrets = new HashSet<>(shipped.secretKeys());
        secrets.addAll(page.secretKeys());
        secrets.retainAll(values.keySet());
        return new StackConfig("edgesocket", stack, values, secrets);
    }

    private static String edited(String before, String after) {
        try {
            var edited = JSON.readTree(before.isEmpty() ? "{}" : before);
            var given = JSON.readTree(after);
            if (!(edited instanceof ObjectNode group) || !given.isObject()) {
                return after;
            }
            given.properties().forEach(entry -> {
                group.remove(List.copyOf(INSTEAD_OF.getOrDefault(entry.getKey(), Set.of())));
                group.set(entry.getKey(), entry.getValue());
            });
            return group.toString();
        } catch (JsonProcessingException plainText) {
            return after;
        }
    }
}
