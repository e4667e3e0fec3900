package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose functions are kept started, from the first deployment to its end. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvisionedFunctionsTest {
    private static final String LAYER = "arn:aws:lambda:eu-west-1:123456789012:layer:chat:3";

    private Step creation;
    private Step change;
    private Step destruction;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder).runningJar();
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws)
                    .withStack("dev")
                    .withSetting("--path", "edgesocket:functions.provisionedConcurrency", "2")
                    .withSetting("--path", "edgesocket:functions.architecture", "x86_64")
                    .withSetting("--path", "edgesocket:functions.ephemeralStorage", "1GB")
                    .withSetting("--path", "edgesocket:functions.layers[0]", LAYER);
            creation = pulumi.step("up", "--yes", "--skip-preview");
            change = pulumi.withSetting("--path", "edgesocket:functions.memory", "1GB")
                    .step("up", "--yes");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
        }
    }

    @Test
    void a_function_s_instances_are_there_before_the_stage_that_clients_connect_to() {
        assertThat(creation.outcome().succeeded())
                .as(creation.outcome().toString())
                .isTrue();
        assertThat(creation.done())
                .containsSubsequence(
                        "create lambda.Function chat-echo-function",
                        "create lambda.Alias chat-echo-function-alias",
                        "create lambda.ProvisionedConcurrencyConfig chat-echo-function-provisioned-concurrency",
                        "create apigatewayv2.Stage chat-stage");
    }

    @Test
    void functions_are_as_the_settings_say() {
        assertThat(creation.operations())
                .filteredOn(operation -> operation.type().equals("lambda.Function"))
                .isNotEmpty()
                .extracting(operation -> operation.inputs().toString())
                .allMatch(inputs -> inputs.contains("x86_64") && inputs.contains(LAYER) && inputs.contains("1024"));
    }

    @Test
    void a_change_moves_the_alias_and_leaves_the_number_of_instances_alone() {
        assertThat(change.outcome().succeeded()).as(change.outcome().toString()).isTrue();
        assertThat(change.done())
                .contains("update lambda.Function chat-echo-function", "update lambda.Alias chat-echo-function-alias")
                .noneMatch(operation -> operation.contains("ProvisionedConcurrencyConfig"))
                .noneMatch(operation -> operation.contains("apigatewayv2"));
    }

    @Test
    void nothing_is_in_the_way_of_the_end() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
    }
}
