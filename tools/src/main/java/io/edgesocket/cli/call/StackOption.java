package io.edgesocket.cli.call;

import io.edgesocket.compile.ProgramClasses;
import io.edgesocket.engine.Program;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.project.Project;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Planner;
import io.edgesocket.text.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --stack}: the environment that a command uses. */
public final class StackOption {
    /** The launcher changes to the project's folder first, as the Pulumi CLI does. */
    public static final Path FOLDER = Path.of("");

    @Option(
            names = {"-s", "--stack"},
            required = true,
            paramLabel = "NAME",
            description = "The environment: NAME of a Pulumi.NAME.yaml.")
    private String stack;

    @Mixin
    private EnvironmentOption environment;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public Plan plan() {
        return plan(config(), command);
    }

    public Registrations registrations() {
        return registrations(config());
    }

    /** @param config what {@link #config} said */
    public Registrations registrations(StackConfig config) {
        return registrations(config, command);
    }

    /** @param command the program's warnings go to its standard error */
    public static Plan plan(String stack, CommandSpec command) {
        return plan(Project.at(FOLDER).stack(stack), command);
    }

    public static Plan plan(StackConfig config, CommandSpec command) {
        return Planner.plan(registrations(config, command), FOLDER);
    }

    /** As its file and the project's say it now. */
    public StackConfig config() {
        return environment.config(stack);
    }

    public Path file() {
        return Project.at(FOLDER).stackFile(stack);
    }

    private static Registrations registrations(StackConfig config, CommandSpec command) {
        classes().ifPresent(ProgramClasses::update);
        return run(config, command.commandLine().getErr());
    }

    /** Runs the program as it is compiled. Its warnings go to {@code errors}. */
    public static Registrations run(StackConfig config, PrintWriter errors) {
        warn(config.missing(), errors); // before the program, which may fail for it
        var registrations = program().run(config);
        warn(registrations.warnings(), errors);
        return registrations;
    }

    private static void warn(List<String> texts, PrintWriter errors) {
        texts.forEach(text -> errors.println("warning: " + Printable.of(text)));
    }

    /** Those of the program; nothing if only Maven can compile them. */
    public static Optional<ProgramClasses> classes() {
        return ProgramClasses.of(FOLDER);
    }

    public static Program program() {
        return Program.of(FOLDER);
    }

    public static boolean exists(String stack) {
        return Project.at(FOLDER).stacks().contains(stack);
    }
}
