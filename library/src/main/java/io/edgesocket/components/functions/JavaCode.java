package io.edgesocket.components.functions;

import static java.lang.reflect.Modifier.isAbstract;
import static java.lang.reflect.Modifier.isPublic;

import com.pulumi.asset.Archive;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.FileArchive;
import com.pulumi.aws.lambda.enums.Runtime;
import io.edgesocket.components.internal.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A handler class, where Maven leaves it and its libraries. */
final class JavaCode extends PackagedCode {
    private static final String CLASSES = "target/classes/";
    /** For all functions that need no others. */
    static final String LIBRARIES = "target/function/lib";

    private static final String COMPILE = "run ./mvnw compile in the project's folder";
    /** By name: a program that deploys handlers need not have Lambda's libraries. */
    private static final Set<String> HANDLER_INTERFACES = Set.of(
            "com.amazonaws.services.lambda.runtime.RequestHandler",
            "com.amazonaws.services.lambda.runtime.RequestStreamHandler");

    private final Class<?> handlerClass;
    private final String libraries;
    private final Path project;

    /**
     * @param libraries a folder of jars
     * @param project   the folder that all paths start from
     */
    JavaCode(Class<?> handlerClass, String libraries, Path project) {
        this.handlerClass = handlerClass;
        this.libraries = libraries;
        this.project = project;
    }

    @Override
    Runtime runtime() {
        return Runtime.Java21;
    }

    @Override
    String handler() {
        return handlerClass.getName();
    }

    @Override
    Archive archive() {
        return new AssetArchive(
                Map.of(packageFolder(), new FileArchive(CLASSES + packageFolder()), "lib", new FileArchive(libraries)));
    }

    @Override
    void check(Problems problems) {
        checkClass(problems);
        var classFile = CLASSES + handler().replace('.', '/') + ".class";
        var compiled = Files.isRegularFile(project.resolve(classFile));
        var staged = Files.isDirectory(project.resolve(libraries));
        problems.unless(compiled, "code", classFile + " is missing", COMPILE);
        problems.unless(staged, "code", libraries + " is missing", COMPILE);
        if (compiled && staged) {
            PackageSize.check(
                    problems, List.of(project.resolve(CLASSES + packageFolder()), project.resolve(libraries)));
        }
    }

    private void checkClass(Problems problems) {
        problems.unless(
                !handlerClass.getPackageName().isEmpty(),
                "code",
                handler() + " is in no package",
                "a class in a package of its own, which is what is deployed");
        problems.unless(
                isHandler(handlerClass),
                "code",
                handler() + " is not a Lambda handler",
                "a class that implements RequestHandler or RequestStreamHandler");
        problems.unless(
                canBeMade(),
                "code",
                "Lambda can't make a " + handler(),
                "a public class, not abstract, with a public constructor without parameters");
    }

    private boolean canBeMade() {
        var modifiers = handlerClass.getModifiers();
        return isPublic(modifiers)
                && !isAbstract(modifiers)
                && Arrays.stream(handlerClass.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
    }

    private static boolean isHandler(Class<?> type) {
        return HANDLER_INTERFACES.contains(type.getName())
                || Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                        .anyMatch(JavaCode::isHandler);
    }

    private String packageFolder() {
        return handlerClass.getPackageName().replace('.', '/');
    }
}
