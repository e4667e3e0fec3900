package io.edgesocket.deploy;

import io.edgesocket.deploy.cloud.StandInAws;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests a copy of {@link BuiltProject}'s after a preview, so that theirs start as fast as a user's second one. */
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
                        Copy.class, key -> Copy.of(built.resolveParameter(parameter, context)), Copy.class)
                .project;
    }

    /** JUnit closes it after the last test. */
    private record Copy(Project project) implements AutoCloseable {
        private static final String STACK = "first";

        static Copy of(Project built) {
            try {
                var copy = built.copyTo(Files.createTempDirectory("edgesocket"));
                copy.write("Pulumi." + STACK + ".yaml", copy.read("Pulumi.dev.yaml"));
                preview(copy);
                Files.delete(copy.folder().resolve("Pulumi." + STACK + ".yaml")); // Pulumi writes into it
                return new Copy(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void preview(Project project) {
            try (var aws = StandInAws.start()) {
                var preview = new Pulumi(project, aws, List.of(), Map.of("CI", ""))
                        .withStack(STACK)
                        .step("preview")
                        .outcome();
                if (!preview.succeeded()) {
                    throw new AssertionError(preview.toString());
                }
            }
        }

        @Override
        public void close() throws IOException {
            project.delete();
        }
    }
}
