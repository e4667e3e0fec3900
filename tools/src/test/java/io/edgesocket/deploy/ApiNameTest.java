package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.Operation;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API gets a name of its own, and CloudFront connects to that. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiNameTest {
    private Step up;
    private Step destruction;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder).runningJar();
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws)
                    .withStack("dev")
                    .withSetting("--path", "edgesocket:domain.names[0]", "chat.example.com")
                    .withSetting("--path", "edgesocket:domain.hostedZone", "example.com")
                    .withSetting("--path", "edgesocket:domain.apiName", "origin.example.com");
            up = pulumi.step("up", "--yes", "--skip-preview");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
        }
    }

    @Test
    void the_distribution_waits_until_the_name_leads_to_the_stage() {
        assertThat(up.outcome().succeeded()).as(up.outcome().toString()).isTrue();
        assertThat(up.done())
                .containsSubsequence(
                        "create acm.CertificateValidation chat-certificate-validation",
                        "create apigatewayv2.DomainName chat-domain",
                        "create apigatewayv2.ApiMapping chat-mapping",
                        "create cloudfront.Distribution cdn");
    }

    @Test
    void its_certificate_is_in_the_stack_s_region_and_cloudfront_s_is_not() {
        assertThat(up.operations())
                .filteredOn(operation -> operation.type().equals("acm.Certificate"))
                .extracting(Operation::region)
                .containsExactlyInAnyOrder("eu-west-1", "us-east-1");
    }

    @Test
    void functions_post_to_the_name_and_are_told_so() {
        assertThat(up.outcome().out()).contains("managementEndpoint: \"https://origin.example.com\"");
    }

    @Test
    void all_of_it_goes_again() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
    }
}
