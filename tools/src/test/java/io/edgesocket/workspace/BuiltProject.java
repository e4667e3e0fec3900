package io.edgesocket.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests a copy of the project with its jars, and what it starts fast with, built once for all of them: they copy it on. */
public final class BuiltProject implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(BuiltProject.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Project.class;
    }

    @Override
    public Project resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(Copy.class, key -> Copy.make(), Copy.class)
                .project;
    }

    /** JUnit closes it after the last test. */
    private record Copy(Project project) implements AutoCloseable {
        static Copy make() {
            try {
                return new Copy(Project.ofRepository()
                        .copyTo(Files.createTempDirectory("edgesocket"))
                        .built());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            project.delete();
        }
    }
}
