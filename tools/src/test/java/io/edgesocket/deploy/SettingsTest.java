package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.Operation;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a stack's settings under the real engine. */
@RealEngine
class SettingsTest {
    private static final String TOKEN = "open-sesame";
    private static final String PATH_KEY = "f3a91c0d77be42589e6a0b1c2d4f8865";

    @Test
    void a_secret_reaches_the_function_and_is_in_the_state_only_encrypted(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        var up = upWith(project, "--secret", "--path", "edgesocket:functions.environment.TOKEN", TOKEN);
        assertThat(up.outcome().succeeded()).as(up.outcome().toString()).isTrue();
        assertThat(up.operations())
                .extracting(Operation::inputs)
                .extracting(Object::toString)
                .anyMatch(inputs -> inputs.contains(TOKEN));
        assertThat(project.writtenState()).contains("chat-deployment").doesNotContain(TOKEN);
    }

    @Test
    void a_path_s_key_reaches_the_distribution_and_is_in_the_state_only_encrypted(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        var path = "edgesocket:paths[\"/orders\"]";
        try (var aws = StandInAws.start()) {
            var up = Pulumi.of(project, aws)
                    .withStack("dev")
                    .withSetting("--path", path + ".endpoint", "wss://orders.example.com")
                    .withSetting("--secret", "--path", path + ".key", PATH_KEY)
                    .step("up", "--yes", "--skip-preview");
            assertThat(up.outcome().succeeded()).as(up.outcome().toString()).isTrue();
            assertThat(up.operations())
                    .filteredOn(operation -> operation.type().equals("cloudfront.Distribution"))
                    .extracting(Operation::inputs)
                    .extracting(Object::toString)
                    .singleElement()
                    .asString()
                    .contains(PATH_KEY);
        }
        assertThat(project.writtenState()).contains("orders.example.com").doesNotContain(PATH_KEY);
    }

    @Test
    void a_wrong_setting_is_named_once_and_nothing_is_made(Project built, @TempDir Path folder) {
        var up = upWith(built.copyTo(folder), "--path", "edgesocket:cdn.priceclass", "PriceClass_100");
        assertThat(up.outcome().succeeded()).isFalse();
        assertThat(diagnostics(up)).containsOnlyOnce("error: edgesocket:cdn.priceclass");
        assertThat(up.operations()).isEmpty();
    }

    @Test
    void the_first_preview_of_prod_tells_all_that_has_to_be_set_first(Project built, @TempDir Path folder) {
        try (var aws = StandInAws.start()) {
            var preview = Pulumi.of(built.copyTo(folder), aws).withStack("prod").step("preview");
            assertThat(diagnostics(preview))
                    .contains("error: edgesocket:originGuard.keys.blue: not set yet; pulumi config set --secret")
                    .contains(
                            "edgesocket:domain.names[0]: \"chat.example.com\" is an example; put your own in its place");
        }
    }

    private static Step upWith(Project project, String... setting) {
        try (var aws = StandInAws.start()) {
            return Pulumi.of(project, aws).withStack("dev").withSetting(setting).step("up", "--yes", "--skip-preview");
        }
    }

    /** The summary at the end, without the lines that come while the program runs. */
    private static String diagnostics(Step step) {
        return step.outcome().out().split("Diagnostics:", 2)[1];
    }
}
