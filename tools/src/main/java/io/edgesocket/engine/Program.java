package io.edgesocket.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A user's program, run through its own {@code main} as the Pulumi Java host would. Its calls of
 * {@code com.pulumi.Pulumi} go to our engine, stack options included. Its {@code System.exit} ends the program, not
 * this process. Each run loads the program's classes again, so runs share no static fields.
 *
 * @param classes   the folder of its classes. Its libraries, such as the Pulumi SDK, come from this process
 * @param mainClass the full name of the class whose {@code main} runs
 */
public record Program(Path classes, String mainClass) {

    /**
     * The program of a Maven project: the main class that its {@code pom.xml} names, from {@code target/classes}, or
     * from this process's own class path if it isn't there.
     *
     * @throws ProjectException if the project names no main class
     */
    public static Program of(Path folder) {
        return new Program(folder.resolve("target").resolve("classes"), Pom.mainClass(folder));
    }

    /**
     * Runs the program to its end.
     *
     * @throws ProgramException if the program failed: with its own message and the line in the user's code. Also if it
     *                          has no {@code main}, calls {@code Pulumi.run} never or twice, or exits too early
     */
    public Registrations run(StackConfig stack) {
        var before = ProcessState.now();
        try (var loader = ProgramLoader.of(classes, mainClass)) {
            var run = new ProgramRun(stack, loader);
            loader.redirect(run::withOptions, run::exit);
            Thread.currentThread().setContextClassLoader(loader);
            var thrown = outcome(main(loader));
            loader.unreachable().ifPresent(call -> {
                throw ProgramRun.secondCall(call);
            });
            return run.result(mainClass, thrown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            before.restore();
        }
    }

    private Method main(ProgramLoader loader) {
        try {
            var main = loader.loadClass(mainClass).getDeclaredMethod("main", String[].class);
            if (Modifier.isStatic(main.getModifiers()) && Modifier.isPublic(main.getModifiers())) {
                main.setAccessible(true); // its class need not be public
                return main;
            }
        } catch (NoSuchMethodException e) {
            // reported below
        } catch (ClassNotFoundException e) {
            throw new ProgramException("the main class " + mainClass + " is not in " + classes
                    + ": compile it (./mvnw compile), or correct its name in pom.xml");
        } catch (LinkageError e) {
            throw ProgramException.of(e);
        }
        throw new ProgramException("the main class " + mainClass
                + " has no public static void main(String[] args), where a program begins");
    }

    /** What {@code main} threw, if anything. */
    private static Optional<Throwable> outcome(Method main) {
        try {
            main.invoke(null, (Object) new String[0]);
            return Optional.empty();
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            return Optional.of(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("it was made accessible", e);
        } catch (LinkageError e) {
            return Optional.of(e);
        }
    }
}
