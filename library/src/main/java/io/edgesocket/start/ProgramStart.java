package io.edgesocket.start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs a program whose own classes are in a folder, on libraries that are on the class path. Java takes a class path's
 * classes from an archive only if all of it is jars (<a href="https://openjdk.org/jeps/310">JEP 310</a>), and most of
 * what a start takes is to load the libraries' classes.
 */
public final class ProgramStart {
    private ProgramStart() {}

    /**
     * Runs the program's {@code main}, which finds its own classes and files before the libraries' as on a class path that
     * begins with the folder.
     *
     * @param arguments the folder, the name of the main class, and what its {@code main} is called with
     * @throws Throwable what the program throws
     */
    public static void main(String[] arguments) throws Throwable {
        var loader = FolderClassLoader.of(Path.of(arguments[0]));
        Thread.currentThread().setContextClassLoader(loader);
        var main = main(loader, arguments[1]);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Method main(ClassLoader loader, String name) throws ReflectiveOperationException {
        var main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
        main.setAccessible(true); // the class need not be public
        return main;
    }
}
