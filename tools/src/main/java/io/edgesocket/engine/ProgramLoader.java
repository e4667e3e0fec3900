package io.edgesocket.engine;

import com.pulumi.Pulumi;
import com.pulumi.resources.StackOptions;
import io.edgesocket.start.FolderClassLoader;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Loads a program's own classes, for one run. All other classes, above all the SDK's, are loaded once for all runs by
 * the loader of this class: the launcher's archive of loaded classes makes that fast.
 */
final class ProgramLoader extends FolderClassLoader {
    /** Marks the user's code in a stack trace. */
    static final String NAME = "program";

    private static final ClassLoader TOOL = ProgramLoader.class.getClassLoader();
    private static final String CALLS = ProgramCalls.class.getName();

    static {
        registerAsParallelCapable();
    }

    private volatile Optional<String> unreachable = Optional.empty();

    private ProgramLoader(URL place, Set<String> packages) {
        super(NAME, place, packages, TOOL);
    }

    static ProgramLoader of(Path classes, String mainClass) throws IOException {
        var onOurs = TOOL.getResource(file(mainClass));
        return onOurs == null || Files.exists(classes.resolve(file(mainClass)))
                ? new ProgramLoader(classes.toUri().toURL(), packagesIn(classes))
                : new ProgramLoader(place(onOurs, file(mainClass)), Set.of(packageOf(mainClass)));
    }

    /** Sets what the program's calls do. Must be called before the program runs. */
    void redirect(Function<StackOptions, Pulumi.API> pulumi, IntConsumer exit) {
        try {
            var redirect = loadClass(CALLS).getDeclaredMethod("redirect", Function.class, IntConsumer.class);
            redirect.setAccessible(true);
            redirect.invoke(null, pulumi, exit);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the program calls {@code Pulumi.run} after one that never returns, such as {@code App.java:42}. */
    Optional<String> unreachable() {
        return unreachable;
    }

    /**
     * The program's classes are loaded here even if they are on this process's own class path: loaded from there, their
     * calls would reach the SDK.
     */
    @Override
    protected boolean isHere(String name) {
        return name.equals(CALLS) || super.isHere(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var file = file(name);
        var found = name.equals(CALLS) ? TOOL.getResource(file) : findResource(file);
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        try (var content = found.openStream()) {
            var redirected = RedirectedCalls.in(content.readAllBytes());
            redirected.unreachable().ifPresent(place -> unreachable = Optional.of(place));
            var bytes = redirected.classFile();
            return defineClass(name, bytes, 0, bytes.length, new CodeSource(place(found, file), (Certificate[]) null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** The folder or jar that a file was found in. */
    private static URL place(URL found, String file) throws MalformedURLException {
        var text = found.toString();
        var place = text.substring(0, text.length() - file.length());
        return new URL(
                place.startsWith("jar:") ? place.substring("jar:".length(), place.length() - "!/".length()) : place);
    }
}
