package io.edgesocket.engine;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program of a user's, compiled into a folder of its own. */
record CompiledProgram(Path classes) {
    private static final StackConfig DEV = new StackConfig("chat", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Kept open: it takes seconds to list the classes of the AWS library. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private static final String IMPORTS = "package com.acme; import com.pulumi.*; import com.pulumi.resources.*; "
            + "import com.pulumi.aws.cloudwatch.*; import java.util.*;\n";

    /** @param body what stands in the class {@code com.acme.App}, from its second line on */
    static CompiledProgram of(Path folder, String body) {
        return compiled(folder, IMPORTS + "public class App {\n" + body + "\n}\n");
    }

    /** @param statements what stands in its {@code main}, in the fourth line */
    static CompiledProgram ofMain(Path folder, String statements) {
        return of(folder, "public static void main(String[] args) throws Exception {\n" + statements + "\n}");
    }

    private static synchronized CompiledProgram compiled(Path folder, String source) {
        try {
            var file = Files.writeString(
                    Files.createDirectories(folder.resolve("src")).resolve("App.java"), source);
            var classes = Files.createDirectories(folder.resolve("target/classes"));
            var words = new StringWriter();
            var options = List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            if (!COMPILER.getTask(words, FILES, null, options, null, FILES.getJavaFileObjects(file))
                    .call()) {
                throw new AssertionError(words);
            }
            return new CompiledProgram(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Registrations run() {
        return run("com.acme.App");
    }

    Registrations run(String mainClass) {
        return new Program(classes, mainClass).run(DEV);
    }
}
