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

/** The names' zone is in another account, and told by its id. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DnsRoleTest {
    private Step up;
    private String state;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder).runningJar();
        try (var aws = StandInAws.start()) {
            up = Pulumi.of(project, aws)
                    .withStack("dev")
                    .withSetting("--path", "edgesocket:domain.names[0]", "chat.example.com.")
                    .withSetting("--path", "edgesocket:domain.hostedZone.name", "example.com.")
                    .withSetting("--path", "edgesocket:domain.hostedZone.id", "Z0123456789ABCDEFGHIJ")
                    .withSetting("--path", "edgesocket:domain.dnsRole.arn", "arn:aws:iam::210987654321:role/dns")
                    .withSetting("--path", "edgesocket:domain.dnsRole.externalId", "known-to-few")
                    .step("up", "--yes", "--skip-preview");
            state = project.writtenState();
        }
    }

    @Test
    void the_records_are_made_in_that_zone() {
        assertThat(up.outcome().succeeded()).as(up.outcome().toString()).isTrue();
        assertThat(up.done())
                .contains(
                        "create route53.Record certificate-chat.example.com",
                        "create route53.Record dns-chat.example.com-a",
                        "create route53.Record dns-chat.example.com-aaaa");
        assertThat(state).contains("\"zoneId\": \"Z0123456789ABCDEFGHIJ\"");
    }

    @Test
    void the_role_makes_them() {
        assertThat(state)
                .containsPattern("\"provider\": \"urn:pulumi:dev::edgesocket::pulumi:providers:aws::dns-role::");
    }
}
