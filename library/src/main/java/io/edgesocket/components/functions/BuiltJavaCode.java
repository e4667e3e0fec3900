package io.edgesocket.components.functions;

import com.pulumi.asset.Archive;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.FileArchive;
import com.pulumi.asset.FileAsset;
import com.pulumi.aws.lambda.enums.Runtime;
import io.edgesocket.components.internal.Problems;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * What a build made: a jar, a folder of jars, or a folder of classes.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-package.html">How Lambda finds classes: in the
 *     package itself, and in the jars of its folder lib</a>
 */
final class BuiltJavaCode extends PackagedCode {
    private static final Pattern HANDLER = Pattern.compile(LambdaLimits.JAVA_HANDLER);
    private static final String LIBRARIES = "lib";
    private static final String RULE = "a jar, a folder of jars or a folder of classes, which your build makes";

    private final String handler;
    private final Path code;

    /** @param code from the project's folder */
    BuiltJavaCode(String handler, Path code) {
        this.handler = handler;
        this.code = code.normalize();
    }

    @Override
    Runtime runtime() {
        return Runtime.Java21;
    }

    @Override
    String handler() {
        return handler;
    }

    @Override
    Archive archive() {
        if (isJar(code)) {
            return new AssetArchive(Map.of(LIBRARIES + "/" + code.getFileName(), new FileAsset(codeName())));
        }
        var folder = new FileArchive(codeName());
        return jarsIn(code).isEmpty() ? folder : new AssetArchive(Map.of(LIBRARIES, folder));
    }

    @Override
    void check(Problems problems) {
        if (!HANDLER.matcher(handler).matches()) {
            problems.add(
                    "code",
                    "handler \"" + handler + "\"",
                    "a class with its package, and a method of it where it has none of Lambda's interfaces: "
                            + "com.acme.Handler or com.acme.Handler::handle");
        } else if (code.isAbsolute() || codeName().isEmpty()) {
            problems.add("code", "\"" + codeName() + "\"", "a path from the project's folder");
        } else if (!Files.exists(code)) {
            problems.add("code", "there is no " + codeName(), RULE + ": run it first");
        } else if (!Files.isDirectory(code) && !isJar(code)) {
            problems.add("code", codeName(), RULE);
        } else {
            checkHandlerClass(problems);
            PackageSize.check(problems, List.of(code));
        }
    }

    private void checkHandlerClass(Problems problems) {
        var classFile = handler.replaceFirst("::.*", "").replace('.', '/') + ".class";
        try {
            problems.unless(
                    holds(classFile), "code", codeName() + " has no " + classFile, "where the handler's class is");
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add("code", unreadable.getMessage(), "a jar as your build makes it");
        }
    }

    private boolean holds(String file) throws IOException {
        if (isJar(code)) {
            return holds(code, file);
        }
        var jars = jarsIn(code);
        if (jars.isEmpty()) {
            if (Files.isRegularFile(code.resolve(file))) {
                return true;
            }
            jars = jarsIn(code.resolve(LIBRARIES));
        }
        for (var jar : jars) {
            if (holds(jar, file)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Path jar, String file) throws IOException {
        try (var entries = new ZipFile(jar.toFile())) {
            return entries.getEntry(file) != null;
        } catch (IOException e) {
            throw new IOException(name(jar) + " can't be opened: " + e.getMessage(), e);
        }
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(BuiltJavaCode::isJar).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar") && Files.isRegularFile(file);
    }

    private String codeName() {
        return name(code);
    }

    private static String name(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
