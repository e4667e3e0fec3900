package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands run the program's own {@code main}. */
@ExtendWith(BuiltProject.class)
class OwnMainTest {

    @Test
    void a_transformation_that_main_gives_to_Pulumi_shows_in_the_plan(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        project.replaceInProgram("Pulumi.run(App::stack);", """
                Pulumi.withOptions(com.pulumi.resources.StackOptions.builder()
                                .resourceTransformations(it -> it.resource() instanceof com.pulumi.aws.cloudwatch.LogGroup
                                        ? java.util.Optional.of(new com.pulumi.resources.ResourceTransformation.Result(
                                                com.pulumi.aws.cloudwatch.LogGroupArgs.builder().name("/by/main").build(),
                                                it.options()))
                                        : java.util.Optional.empty())
                                .build())
                        .run(App::stack);""");
        assertThat(project.run("./edgesocket", "plan", "--stack", "dev", "--format", "json")
                        .out())
                .contains("\"name\": \"/by/main\"");
    }
}
