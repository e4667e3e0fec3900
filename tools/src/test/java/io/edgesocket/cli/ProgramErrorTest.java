package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in {@code App.java} is told with its line there. */
@ExtendWith(BuiltProject.class)
class ProgramErrorTest {

    @Test
    void of_the_program_itself(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        project.insertInProgram(
                "if (ctx.stackName().equals(\"dev\")) { throw new IllegalStateException(\"not today\"); }\n        ",
                "var stack = ConfiguredStack.of(ctx);");
        var outcome = project.run("./edgesocket", "plan", "--stack", "dev");
        assertThat(outcome.err()).containsPattern("error: App.java:\\d+: not today\n$");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void in_what_it_gives_to_a_component(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        project.insertInProgram(".route(\"$ping\", Route.mock(\"{}\"))\n                ", ".route(\"ping\"");
        var outcome = project.run("./edgesocket", "plan", "--stack", "dev");
        assertThat(outcome.err())
                .contains("error: App.java:", "WebSocketApi \"chat\": ", "$ping")
                .doesNotContain("\tat ");
    }

    @Test
    void in_its_main(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        project.replaceInProgram("Pulumi.run(App::stack);", "System.exit(0);");
        var outcome = project.run("./edgesocket", "plan", "--stack", "dev");
        assertThat(outcome.err())
                .matches("error: App.java:\\d+: System.exit\\(0\\) before Pulumi.run: the program ends there and "
                        + "registers nothing\n");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void in_which_class_is_run(Project built, @TempDir Path folder) {
        var project = built.copyTo(folder);
        project.write("pom.xml", "<project/>");
        project.run("touch", "-d", "2000-01-01", "pom.xml"); // else it would be built
        var outcome = project.run("./edgesocket", "plan", "--stack", "dev");
        assertThat(outcome.err())
                .isEqualTo(
                        "error: pom.xml: no main class: configure exec-maven-plugin with a <mainClass>, which Pulumi "
                                + "runs too\n");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
