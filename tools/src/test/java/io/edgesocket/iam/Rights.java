package io.edgesocket.iam;

import com.pulumi.Context;
import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.project.Project;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The rights that stacks of this repository's own program need. */
final class Rights {
    static final String ACCOUNT = "123456789012";

    private Rights() {}

    static List<Granted> ofStack(String stack) {
        return of(Project.at(Path.of("")).stack(stack));
    }

    /** @param settings besides the region: full keys, objects as JSON text */
    static List<Granted> of(Map<String, String> settings) {
        var values = new HashMap<>(Map.of("aws:region", "eu-west-1"));
        values.putAll(settings);
        return of(new StackConfig("edgesocket", "dev", values, Set.of()));
    }

    private static List<Granted> of(StackConfig config) {
        return of(config, App::stack);
    }

    /** Of another program, in a stack without settings. */
    static List<Granted> of(Consumer<Context> program) {
        return of(new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), program);
    }

    private static List<Granted> of(StackConfig config, Consumer<Context> program) {
        return StackRights.of(Engine.run(config, program), config, ACCOUNT);
    }

    static Granted named(String name, List<Granted> rights) {
        return rights.stream()
                .filter(granted -> granted.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + rights));
    }
}
