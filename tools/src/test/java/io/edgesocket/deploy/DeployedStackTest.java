package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.Operation;
import io.edgesocket.iam.StateRights;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for each of the repository's stacks. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeployedStackTest {
    private final String stack;
    private StackLife life;

    DeployedStackTest(String stack) {
        this.stack = stack;
    }

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        life = StackLife.of(stack, built.copyTo(folder));
    }

    @Test
    void a_preview_makes_nothing() {
        assertSucceeded(life.preview());
        assertThat(life.preview().operations()).isEmpty();
    }

    @Test
    void a_preview_lists_the_resources_of_our_own_plan() throws JsonProcessingException {
        assertThat(life.plan().succeeded()).as(life.plan().toString()).isTrue();
        assertThat(previewed()).containsExactlyInAnyOrderElementsOf(planned());
    }

    @Test
    void a_preview_protects_and_retains_what_our_own_plan_does() throws JsonProcessingException {
        var states = new ObjectMapper()
                .readTree(life.preview().outcome().out())
                .path("steps")
                .findValues("newState");
        assertThat(kept(states)).containsExactlyInAnyOrderElementsOf(kept(resources(life.plan())));
    }

    @Test
    void the_first_up_makes_each_resource_once() {
        assertSucceeded(life.creation());
        assertThat(life.creation().operations())
                .isNotEmpty()
                .allMatch(operation -> operation.kind() == Operation.Kind.CREATE)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_next_up_finds_nothing_to_do() {
        assertSucceeded(life.repetition());
        assertThat(life.repetition().operations()).isEmpty();
    }

    @Test
    void a_new_route_comes_with_a_new_deployment_that_the_stage_moves_to_before_the_old_one_goes() {
        assertSucceeded(life.newRoute());
        assertThat(life.newRoute().done())
                .containsSubsequence(
                        "create apigatewayv2.Route chat-time",
                        "create apigatewayv2.Deployment chat-deployment",
                        "update apigatewayv2.Stage chat-stage",
                        "delete apigatewayv2.Deployment chat-deployment");
    }

    @Test
    void a_new_route_changes_nothing_else() {
        assertThat(life.newRoute().done())
                .containsExactlyInAnyOrder(
                        "create apigatewayv2.Integration chat-time-integration",
                        "create apigatewayv2.IntegrationResponse chat-time-integration-response",
                        "create apigatewayv2.Route chat-time",
                        "create apigatewayv2.RouteResponse chat-time-response",
                        "create apigatewayv2.Deployment chat-deployment",
                        "update apigatewayv2.Stage chat-stage",
                        "delete apigatewayv2.Deployment chat-deployment");
    }

    @Test
    void a_new_description_redeploys_nothing() {
        assertSucceeded(life.newDescription());
        assertThat(life.newDescription().done()).containsExactly("update apigatewayv2.Api chat");
    }

    @Test
    void a_component_that_is_renamed_under_an_alias_keeps_its_resources() {
        assertSucceeded(life.renaming());
        assertThat(life.renaming().operations()).allMatch(operation -> operation.kind() == Operation.Kind.UPDATE);
    }

    @Test
    void to_end_the_protection_changes_nothing_in_the_cloud() {
        assertSucceeded(life.release());
        assertThat(life.release().operations()).isEmpty();
    }

    @Test
    void destroying_leaves_what_is_retained_and_nothing_else() throws JsonProcessingException {
        assertSucceeded(life.destruction());
        assertThat(life.left())
                .extracting(resource -> resource.split(" ")[0])
                .containsExactlyInAnyOrderElementsOf(retained());
    }

    @Test
    void pulumi_keeps_nothing_where_the_deploy_role_may_not() {
        var rights = new StateRights("edgesocket", stack, "*").ofBackend("s3://states");
        assertThat(life.state())
                .isNotEmpty()
                .allMatch(file -> rights.stream()
                        .flatMap(granted -> granted.resources().stream())
                        .anyMatch(arn -> ("arn:aws:s3:::states/" + file)
                                .matches(arn.replace(".", "\\.").replace("*", ".*"))));
    }

    private static void assertSucceeded(Step step) {
        assertThat(step.outcome().succeeded()).as(step.outcome().toString()).isTrue();
    }

    private List<String> planned() throws JsonProcessingException {
        return urns(resources(life.plan()));
    }

    private static Iterable<JsonNode> resources(Command.Outcome plan) throws JsonProcessingException {
        return new ObjectMapper().readTree(plan.out()).path("resources");
    }

    private static List<String> kept(Iterable<JsonNode> resources) {
        return StreamSupport.stream(resources.spliterator(), false)
                .flatMap(resource -> Stream.of("protect", "retainOnDelete")
                        .filter(option -> resource.path(option).asBoolean())
                        .map(option -> option + " " + resource.path("urn").asText()))
                .toList();
    }

    /**
     * By type, as the stand-in cloud names what exists: {@code iam.Role}. What was renamed in the program has its former
     * name there if nothing else of it changed.
     */
    private List<String> retained() throws JsonProcessingException {
        return StreamSupport.stream(resources(life.releasedPlan()).spliterator(), false)
                .filter(resource -> resource.path("retainOnDelete").asBoolean())
                .map(resource -> resource.path("type").asText().replaceFirst("^aws:([^/]+)/.*:", "$1."))
                .toList();
    }

    /** Without the providers that the engine adds by itself. */
    private List<String> previewed() throws JsonProcessingException {
        return urns(new ObjectMapper().readTree(life.preview().outcome().out()).path("steps")).stream()
                .filter(urn -> !urn.contains("::pulumi:providers:aws::default_"))
                .toList();
    }

    private static List<String> urns(Iterable<JsonNode> array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.path("urn").asText())
                .toList();
    }
}
