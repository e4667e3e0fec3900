package io.edgesocket.deploy;

import io.edgesocket.deploy.cloud.StandInAws;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Pulumi CLI on one project: its stacks' states are files in a folder of the project's, its {@code aws} provider is
 * a stand-in.
 *
 * @param before what stands before {@code pulumi} on the command line, such as {@code taskset -c 0}
 */
record Pulumi(Project project, StandInAws aws, Map<String, String> environment, List<String> before) {

    static Pulumi of(Project project, StandInAws aws) {
        return new Pulumi(project, aws, Map.of(), List.of());
    }

    Pulumi with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new Pulumi(project, aws, Map.copyOf(all), before);
    }

    Pulumi after(String... words) {
        return new Pulumi(project, aws, environment, List.of(words));
    }

    Command.Outcome run(String... arguments) {
        var command = new ArrayList<>(before);
        command.add("pulumi");
        command.addAll(List.of(arguments));
        command.addAll(List.of("--non-interactive", "--color", "never"));
        return Command.run(project.folder(), settings(), command);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("PULUMI_HOME", folder("pulumi-home").toString());
        settings.put("PULUMI_BACKEND_URL", folder("pulumi-state").toUri().toString());
        settings.put("PULUMI_CONFIG_PASSPHRASE", "correct horse");
        settings.put("PULUMI_DEBUG_PROVIDERS", "aws:" + aws.port());
        settings.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        settings.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        settings.putAll(environment);
        return settings;
    }

    private Path folder(String name) {
        var folder = project.folder().resolve("target").resolve(name);
        folder.toFile().mkdirs();
        return folder;
    }
}
