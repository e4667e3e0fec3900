package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a stack that is protected when somebody destroys it, by mistake and then on purpose. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionTest {
    private Step mistake;
    private List<String> afterTheMistake;
    private List<String> made;
    private Step destruction;
    private List<String> left;

    @BeforeAll
    void live(Project built, @TempDir Path folder) {
        try (var aws = StandInAws.start()) {
            var pulumi =
                    Pulumi.of(built.copyTo(folder), aws).withStack("dev").withSetting("edgesocket:protect", "true");
            pulumi.step("up", "--yes", "--skip-preview");
            made = aws.cloud().resources();
            mistake = pulumi.step("destroy", "--yes");
            afterTheMistake = aws.cloud().resources();
            pulumi.step("state", "unprotect", "--all", "--yes");
            destruction = pulumi.step("destroy", "--yes", "--skip-preview");
            left = aws.cloud().resources();
        }
    }

    @Test
    void destroying_it_is_refused_in_pulumi_s_words() {
        assertThat(mistake.outcome().succeeded()).isFalse();
        assertThat(mistake.outcome().out())
                .contains("because it is protected", "pulumi state unprotect 'urn:pulumi:dev::edgesocket::");
    }

    @Test
    void what_others_have_the_address_of_is_still_there() {
        assertThat(afterTheMistake)
                .contains("apigatewayv2.Api chat", "apigatewayv2.Stage chat-stage", "cloudfront.Distribution cdn");
    }

    @Test
    void a_refused_destroy_deletes_nothing() {
        assertThat(afterTheMistake).isEqualTo(made);
    }

    @Test
    void once_unprotected_it_goes_and_leaves_its_logs() {
        assertThat(destruction.outcome().succeeded())
                .as(destruction.outcome().toString())
                .isTrue();
        assertThat(left).hasSize(4).allMatch(resource -> resource.startsWith("cloudwatch.LogGroup "));
    }
}
