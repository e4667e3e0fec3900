package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.lambda.handlers.Misbehaving;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.workspace.InProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that another build made are called as they would be in AWS, whatever shape that build left them in. */
class BuiltCodeTest {
    private static final String CLASS_FILE = Misbehaving.class.getName().replace('.', '/') + ".class";

    @TempDir(factory = InProject.class)
    Path folder;

    @Test
    void from_a_jar() throws IOException {
        assertAnswers(jar("handlers.jar"));
    }

    @Test
    void from_a_folder_of_jars() throws IOException {
        jar("handlers.jar");
        assertAnswers(folder);
    }

    @Test
    void from_a_folder_of_classes() throws IOException {
        var file = folder.resolve(CLASS_FILE);
        Files.createDirectories(file.getParent());
        Files.write(file, classFile());
        assertAnswers(folder);
    }

    private static void assertAnswers(Path code) {
        try (var run =
                LocalFunctions.of(Path.of(""), registered(FunctionCode.java(Misbehaving.class.getName(), code)))) {
            assertThat(run.answer("{}")).hasToString("{\"calls\":1}");
        }
    }

    private static PlayedResource registered(FunctionCode code) {
        var stack = new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
        var args = LambdaFunctionArgs.builder().code(code).build();
        return PlayedStack.of(Engine.run(stack, ctx -> new LambdaFunction("chat", args)))
                .ofType(RegisteredFunction.TYPE)
                .findFirst()
                .orElseThrow();
    }

    private Path jar(String name) throws IOException {
        var jar = folder.resolve(name);
        try (var entries = new ZipOutputStream(Files.newOutputStream(jar))) {
            entries.putNextEntry(new ZipEntry(CLASS_FILE));
            entries.write(classFile());
        }
        return jar;
    }

    private static byte[] classFile() throws IOException {
        try (var content = Misbehaving.class.getResourceAsStream("Misbehaving.class")) {
            return content.readAllBytes();
        }
    }
}
