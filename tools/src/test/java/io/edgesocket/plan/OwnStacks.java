package io.edgesocket.plan;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.project.Project;
import java.nio.file.Path;

/** The plans of this repository's own program. */
public final class OwnStacks {
    private static final Path HERE = Path.of("");

    private OwnStacks() {}

    /** Of one of its stacks. */
    public static Plan plan(String stack) {
        return plan(HERE, stack);
    }

    /** Of a stack whose file is elsewhere. */
    public static Plan plan(Path settings, String stack) {
        return plan(Project.at(settings).stack(stack));
    }

    public static Plan plan(StackConfig stack) {
        return Planner.plan(Engine.run(stack, App::stack), HERE);
    }
}
