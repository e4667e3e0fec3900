package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Command.Outcome;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./edgesocket preview} reads what the real engine writes. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewTest {
    private Outcome first;
    private Outcome afterwards;
    private Outcome drifted;
    private Outcome changed;
    private Outcome refused;

    @BeforeAll
    void a_stack_s_previews(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        try (var aws = StandInAws.start()) {
            var pulumi = Pulumi.of(project, aws).withStack("dev");
            first = shown(project, pulumi.step("preview", "--refresh", "--json"));
            assertThat(pulumi.step("up", "--yes", "--skip-preview").outcome().succeeded())
                    .isTrue();
            afterwards = shown(project, pulumi.step("preview", "--refresh", "--json"));
            aws.cloud().changeOutside("apigatewayv2.Api chat", "description", "by hand");
            aws.cloud().deleteOutside("apigatewayv2.RouteResponse chat-ping-response");
            drifted = shown(project, pulumi.step("refresh", "--preview-only", "--json"));
            project.insertInProgram(".route(\"time\", Route.mock(\"{}\"))", ".route(\"ping\"");
            changed = shown(project, pulumi.step("preview", "--refresh", "--json"));
            refused = shown(
                    project,
                    pulumi.withSetting("--path", "edgesocket:cdn.priceclass", "PriceClass_100")
                            .step("preview", "--refresh", "--json"));
        }
    }

    @Test
    void a_first_preview_creates_what_the_plan_has() {
        assertThat(first.out()).startsWith("dev  48 to create\n");
    }

    @Test
    void after_a_deployment_there_is_nothing_to_do() {
        assertThat(afterwards.out()).isEqualTo("dev  nothing to do\n");
        assertThat(afterwards.exitCode()).isZero();
    }

    @Test
    void what_was_changed_outside_is_found_by_a_refresh_alone() {
        assertThat(drifted.exitCode()).isOne();
        assertThat(drifted.out())
                .startsWith("dev  nothing to do\n"
                        + "    changed outside: chat: description; chat-ping-response is deleted\n");
    }

    @Test
    void a_change_of_the_program_is_told_apart_from_a_change_outside() {
        assertThat(changed.out())
                .startsWith("dev  5 to create, 2 to update, 1 to replace\n"
                        + "    replaced: chat-deployment: triggers\n"
                        + "    changed outside: chat: description; chat-ping-response is deleted\n");
    }

    @Test
    void a_mistake_in_the_settings_is_told_in_the_program_s_words() {
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out())
                .startsWith(
                        "dev  the preview failed: edgesocket:cdn.priceclass: unknown key; did you mean priceClass?\n");
    }

    private static Outcome shown(Project project, Pulumi.Step preview) {
        project.write("target/dev.json", preview.outcome().out());
        project.write("target/dev.log", preview.outcome().err());
        return project.run("./edgesocket", "preview", "target/dev.json", "--exit-code");
    }
}
