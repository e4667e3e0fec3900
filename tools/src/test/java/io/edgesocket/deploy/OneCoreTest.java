package io.edgesocket.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Needs;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With one core, the Pulumi SDK waits forever on JDK 25 for a thread that it occupies itself, unless each way of
 * starting the program sees to it: {@code .mvn/jvm.config}, {@code PulumiRuntime} and {@code ./edgesocket}.
 */
@RealEngine
@Needs("taskset") // leaves a program one core
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneCoreTest {
    private List<String> oneCore;
    private Project built;

    @BeforeAll
    void a_built_project(Project project) throws IOException {
        oneCore = List.of("taskset", "-c", firstCore());
        built = project;
    }

    @ParameterizedTest
    @MethodSource("io.edgesocket.deploy.Jdk#oldestAndNewest")
    void the_stack_goes_up_as_the_repository_comes(Jdk jdk, @TempDir Path folder) {
        assertGoesUp(built.copyTo(folder), jdk);
    }

    @ParameterizedTest
    @MethodSource("io.edgesocket.deploy.Jdk#oldestAndNewest")
    void the_stack_goes_up_through_the_jar(Jdk jdk, @TempDir Path folder) {
        assertGoesUp(built.copyTo(folder).runningJar(), jdk);
    }

    @ParameterizedTest
    @MethodSource("io.edgesocket.deploy.Jdk#oldestAndNewest")
    void the_plan_is_made(Jdk jdk, @TempDir Path folder) {
        var command = new ArrayList<>(oneCore);
        command.addAll(List.of("./edgesocket", "plan", "--stack", "dev"));
        var outcome = Command.run(built.copyTo(folder).folder(), jdk.environment(), command);
        assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
    }

    private void assertGoesUp(Project project, Jdk jdk) {
        try (var aws = StandInAws.start()) {
            var outcome = new Pulumi(project, aws, oneCore, jdk.environment())
                    .withStack("dev")
                    .step("up", "--yes", "--skip-preview")
                    .outcome();
            assertThat(outcome.succeeded()).as(outcome.toString()).isTrue();
        }
    }

    /** Of those that this process may use. */
    private static String firstCore() throws IOException {
        try (var status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .findFirst()
                    .orElseThrow()
                    .split("[\\s,-]+")[1];
        }
    }
}
