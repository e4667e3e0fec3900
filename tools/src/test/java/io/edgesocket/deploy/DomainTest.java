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

/** A stack gets names of its own, and then another one. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DomainTest {
    private static final String EXTERNAL_ID = "known-to-few";

    private Step first;
    private Step second;
    private String state;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder).runningJar();
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws)
                    .withStack("dev")
                    .withSetting("--path", "aws:assumeRole.roleArn", "arn:aws:iam::123456789012:role/deploy")
                    .withSetting("--secret", "--path", "aws:assumeRole.externalId", EXTERNAL_ID)
                    .withSetting("--path", "edgesocket:domain.hostedZone", "example.com")
                    .withSetting("--path", "edgesocket:domain.names[0]", "chat.example.com");
            first = pulumi.step("up", "--yes", "--skip-preview");
            pulumi.withSetting("--path", "edgesocket:domain.names[1]", "*.example.com");
            second = pulumi.step("up", "--yes");
            state = project.writtenState();
        }
    }

    @Test
    void the_distribution_waits_for_its_certificate_and_the_names_for_the_distribution() {
        assertThat(first.outcome().succeeded()).as(first.outcome().toString()).isTrue();
        assertThat(first.done())
                .containsSubsequence(
                        "create acm.Certificate certificate",
                        "create route53.Record certificate-chat.example.com",
                        "create acm.CertificateValidation certificate-validation",
                        "create cloudfront.Distribution cdn",
                        "create route53.Record dns-chat.example.com-aaaa");
    }

    @Test
    void the_certificate_is_made_in_us_east_1() {
        assertThat(first.operations())
                .filteredOn(operation -> operation.type().startsWith("acm."))
                .hasSize(2)
                .extracting(Operation::region)
                .containsOnly("us-east-1");
    }

    @Test
    void the_role_that_acts_there_is_in_the_state_only_encrypted() {
        assertThat(state).contains("pulumi:providers:aws::us-east-1").doesNotContain(EXTERNAL_ID);
    }

    @Test
    void a_further_name_brings_a_certificate_that_is_in_use_before_the_old_one_goes() {
        assertThat(second.outcome().succeeded()).as(second.outcome().toString()).isTrue();
        assertThat(second.done())
                .containsSubsequence(
                        "create acm.Certificate certificate",
                        "create route53.Record certificate-example.com",
                        "create acm.CertificateValidation certificate-validation",
                        "update cloudfront.Distribution cdn",
                        "delete acm.Certificate certificate");
    }

    @Test
    void a_further_name_changes_nothing_of_the_others_records() {
        assertThat(second.done())
                .filteredOn(operation -> operation.contains("route53"))
                .containsExactlyInAnyOrder(
                        "create route53.Record certificate-example.com",
                        "create route53.Record dns-_wildcard.example.com-a",
                        "create route53.Record dns-_wildcard.example.com-aaaa");
    }
}
