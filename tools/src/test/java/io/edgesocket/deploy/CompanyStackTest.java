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

/** A stack in a company's account: its functions in a VPC, a backend there, and all roles as the company wants them. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyStackTest {
    private static final String BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";
    private static final String BACKEND =
            ".route(\"backend\", Route.httpProxy(\"POST\", \"http://backend.example.com\")"
                    + ".through(new com.pulumi.aws.apigateway.VpcLink(\"backend\", "
                    + "com.pulumi.aws.apigateway.VpcLinkArgs.builder().targetArn(\"arn:aws:elasticloadbalancing:eu-west-1:"
                    + "123456789012:loadbalancer/net/backend/1\").build())))";

    private Step creation;
    private Step repetition;
    private Step renaming;
    private Step destruction;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        project.insertInProgram(BACKEND, ".route(\"ping\"");
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws)
                    .withStack("dev")
                    .withSetting("--path", "edgesocket:functions.vpc.subnets[0]", "subnet-0a1b2c3d")
                    .withSetting("--path", "edgesocket:functions.vpc.securityGroups[0]", "sg-0a1b2c3d")
                    .withSetting("--path", "edgesocket:company.permissionsBoundary", BOUNDARY)
                    .withSetting("--path", "edgesocket:company.rolePath", "/apps/")
                    .withSetting("--path", "edgesocket:company.roleNamePrefix", "acme-");
            creation = pulumi.step("up", "--yes", "--skip-preview");
            repetition = pulumi.step("up", "--yes", "--skip-preview", "--expect-no-changes");
            renaming = pulumi.withSetting("--path", "edgesocket:company.roleNamePrefix", "other-")
                    .step("up", "--yes", "--skip-preview");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
        }
    }

    @Test
    void roles_are_made_as_the_company_wants_them() {
        assertThat(creation.outcome().succeeded())
                .as(creation.outcome().toString())
                .isTrue();
        assertThat(creation.operations())
                .filteredOn(operation -> operation.type().equals("iam.Role"))
                .isNotEmpty()
                .extracting(operation -> operation.inputs().toString())
                .allMatch(inputs -> inputs.contains(BOUNDARY)
                        && inputs.contains("/apps/")
                        && inputs.contains("acme-edgesocket-dev-chat-"));
    }

    @Test
    void functions_are_in_the_vpc() {
        assertThat(creation.operations())
                .filteredOn(operation -> operation.type().equals("lambda.Function"))
                .isNotEmpty()
                .extracting(operation -> operation.inputs().toString())
                .allMatch(inputs -> inputs.contains("subnet-0a1b2c3d") && inputs.contains("sg-0a1b2c3d"));
    }

    @Test
    void a_vpc_link_is_there_before_the_integration_that_goes_through_it() {
        assertThat(creation.done())
                .containsSubsequence(
                        "create apigateway.VpcLink backend",
                        "create apigatewayv2.Integration chat-backend-integration",
                        "create apigatewayv2.Stage chat-stage");
    }

    @Test
    void the_next_up_finds_nothing_to_do() {
        assertThat(repetition.outcome().succeeded())
                .as(repetition.outcome().toString())
                .isTrue();
        assertThat(repetition.operations()).isEmpty();
    }

    @Test
    void another_prefix_makes_other_roles_which_functions_get_in_place() {
        assertThat(renaming.outcome().succeeded())
                .as(renaming.outcome().toString())
                .isTrue();
        assertThat(renaming.done())
                .containsSubsequence(
                        "create iam.Role chat-echo-function-role", "update lambda.Function chat-echo-function");
    }

    @Test
    void nothing_is_in_the_way_of_the_end() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
    }
}
