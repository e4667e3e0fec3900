package io.edgesocket.deploy;

import io.edgesocket.deploy.Pulumi.Step;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Project;
import java.util.List;

/**
 * One of the repository's stacks from its first preview to its end. Each step is played once and kept, for as many
 * tests to look at as there is to say about it.
 *
 * @param plan         {@code ./edgesocket plan}, the engine of ours
 * @param preview      the real engine's, before anything was made
 * @param repetition   deploying once more what is deployed already
 * @param renaming     giving a component another name, with an alias
 * @param release      setting {@code protect} to false, without which a stack is not destroyed
 * @param releasedPlan {@code ./edgesocket plan} of that
 * @param left         what still exists after the last step
 * @param state        the files that Pulumi kept, by their paths
 */
record StackLife(
        Command.Outcome plan,
        Step preview,
        Step creation,
        Step repetition,
        Step newRoute,
        Step newDescription,
        Step renaming,
        Step release,
        Command.Outcome releasedPlan,
        Step destruction,
        List<String> left,
        List<String> state) {
    private static final String A_ROUTE = ".route(\"ping\"";

    static StackLife of(String stack, Project project) {
        try (var aws = StandInAws.start()) {
            var pulumi = withKey(stack, Pulumi.of(project, aws).withStack(stack));
            var plan = plan(stack, project);
            var preview = pulumi.step("preview", "--json");
            var creation = up(pulumi);
            var repetition = pulumi.step("up", "--yes", "--skip-preview", "--expect-no-changes");
            project.insertInProgram(".route(\"time\", Route.mock(\"{}\"))", A_ROUTE);
            var newRoute = up(pulumi);
            project.insertInProgram(".description(\"Another description\")", A_ROUTE);
            var newDescription = up(pulumi);
            rename(project);
            var renaming = up(pulumi);
            var release = up(pulumi.withSetting("edgesocket:protect", "false"));
            var releasedPlan = plan(stack, project);
            var destruction = pulumi.step("destroy", "--yes", "--skip-preview");
            return new StackLife(
                    plan,
                    preview,
                    creation,
                    repetition,
                    newRoute,
                    newDescription,
                    renaming,
                    release,
                    releasedPlan,
                    destruction,
                    aws.cloud().resources(),
                    project.stateFiles());
        }
    }

    /** The file of {@code prod} comes with a placeholder for it. */
    private static Pulumi withKey(String stack, Pulumi pulumi) {
        return stack.equals("prod")
                ? pulumi.withSetting("--secret", "--path", "edgesocket:originGuard.keys.blue", RotationTest.BLUE)
                : pulumi;
    }

    private static Command.Outcome plan(String stack, Project project) {
        return project.run("./edgesocket", "plan", "--stack", stack, "--format", "json");
    }

    private static void rename(Project project) {
        project.replaceInProgram(
                "stack.cdn(\"cdn\", api, certificate)",
                "stack.cdn(\"front\", api, certificate, com.pulumi.core.Alias.builder().name(\"cdn\").build())");
    }

    private static Step up(Pulumi pulumi) {
        return pulumi.step("up", "--yes", "--skip-preview");
    }
}
