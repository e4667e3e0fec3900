package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Straight after {@code git clone}, nothing is built: {@code pulumi} has Maven build what the program needs. */
@RealEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloneTest {
    private Project clone;
    private Pulumi.Step preview;

    @BeforeAll
    void preview(@TempDir Path folder) {
        clone = Project.ofRepository().cloneTo(folder);
        try (var aws = StandInAws.start()) {
            preview = Pulumi.of(clone, aws).withStack("dev").step("preview");
        }
    }

    @Test
    void a_stack_can_be_previewed() {
        assertThat(preview.outcome().succeeded())
                .as(preview.outcome().toString())
                .isTrue();
    }

    @Test
    void the_command_is_not_built_for_that() {
        assertThat(clone.folder().resolve("library/target/classes")).exists();
        assertThat(clone.folder().resolve("tools/target")).doesNotExist();
    }
}
