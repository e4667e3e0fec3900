package io.edgesocket.deploy;

import io.edgesocket.deploy.cloud.Operation;
import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Pulumi CLI on one project. Its stacks' states are files below the project's {@code target}; its {@code aws}
 * provider is a stand-in.
 *
 * @param prefix      what stands before {@code pulumi} on the command line, such as {@code taskset}
 * @param environment what is set besides
 */
record Pulumi(Project project, StandInAws aws, List<String> prefix, Map<String, String> environment) {

    /** What one command said, and did to the cloud. */
    record Step(Command.Outcome outcome, List<Operation> operations) {
        /** For instance {@code update apigatewayv2.Stage chat-stage}, in order. */
        List<String> done() {
            return operations.stream().map(Operation::toString).toList();
        }
    }

    static Pulumi of(Project project, StandInAws aws) {
        return new Pulumi(project, aws, List.of(), Map.of());
    }

    /** Makes a stack and selects it. */
    Pulumi withStack(String stack) {
        return prepared("stack", "init", stack);
    }

    /** As {@code pulumi config set} does. */
    Pulumi withSetting(String... words) {
        return prepared(
                Stream.concat(Stream.of("config", "set"), Stream.of(words)).toArray(String[]::new));
    }

    Step step(String... arguments) {
        var before = aws.cloud().operations().size();
        var outcome = run(arguments);
        var operations = aws.cloud().operations();
        return new Step(outcome, operations.subList(before, operations.size()));
    }

    /** Another command, which calls Pulumi. */
    Command.Outcome command(Map<String, String> more, String... words) {
        var settings = new HashMap<>(settings());
        settings.putAll(more);
        return Command.run(project.folder(), settings, List.of(words));
    }

    private Pulumi prepared(String... arguments) {
        var outcome = run(arguments);
        if (!outcome.succeeded()) {
            throw new AssertionError(String.join(" ", arguments) + ": " + outcome);
        }
        return this;
    }

    private Command.Outcome run(String... arguments) {
        var command = Stream.of(prefix, List.of("pulumi"), List.of(arguments), List.of("--non-interactive"));
        return Command.run(
                project.folder(), settings(), command.flatMap(List::stream).toList());
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(Map.of(
                "PULUMI_HOME", project.folder("target/pulumi-home").toString(),
                "PULUMI_BACKEND_URL", project.state().toUri().toString(),
                "PULUMI_CONFIG_PASSPHRASE", "correct horse",
                "PULUMI_DEBUG_PROVIDERS", "aws:" + aws.port(),
                "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true",
                "PULUMI_SKIP_UPDATE_CHECK", "true",
                "NO_COLOR", "1"));
        settings.putAll(environment);
        return settings;
    }
}
