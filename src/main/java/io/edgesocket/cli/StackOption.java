package io.edgesocket.cli;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Project;
import io.edgesocket.engine.Registrations;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Planner;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --stack}: the environment that a command is about. */
final class StackOption {
    /** The launcher goes to the project's folder first, as the Pulumi CLI does. */
    static final Path FOLDER = Path.of("");

    @Option(names = {"-s", "--stack"}, required = true, paramLabel = "NAME",
            description = "The environment: NAME of a Pulumi.NAME.yaml.")
    private String stack;

    Plan plan() {
        return plan(stack);
    }

    Registrations registrations() {
        return registrations(stack);
    }

    static Plan plan(String stack) {
        return Planner.plan(registrations(stack), FOLDER);
    }

    private static Registrations registrations(String stack) {
        return Engine.run(Project.at(FOLDER).stack(stack), App::stack);
    }

    static boolean exists(String stack) {
        return Project.at(FOLDER).stacks().contains(stack);
    }
}
