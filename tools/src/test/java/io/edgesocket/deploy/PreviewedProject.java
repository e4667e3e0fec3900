package io.edgesocket.deploy;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the project of {@link BuiltProject} after a preview, so that theirs start as fast as a user's second one. */
final class PreviewedProject implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(PreviewedProject.class);

    private final BuiltProject built = new BuiltProject();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return built.supportsParameter(parameter, context);
    }

    @Override
    public Project resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(
                        Project.class, key -> previewed(built.resolveParameter(parameter, context)), Project.class);
    }

    private static Project previewed(Project project) {
        try (var aws = StandInAws.start()) {
            var preview = new Pulumi(project, aws, List.of(), Map.of("CI", ""))
                    .withStack("dev")
                    .step("preview")
                    .outcome();
            if (!preview.succeeded()) {
                throw new AssertionError(preview.toString());
            }
            return project;
        }
    }
}
