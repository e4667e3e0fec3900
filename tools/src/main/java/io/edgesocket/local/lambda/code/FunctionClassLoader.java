package io.edgesocket.local.lambda.code;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Loads a Java function's classes as Lambda does: the JDK's own and the handler interfaces come from the runtime,
 * everything else from what was deployed, and from nowhere else.
 */
public final class FunctionClassLoader extends ClassLoader {
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
    private static final String EVENTS = RUNTIME + "events.";
    private static final String SYSTEM = FunctionSystem.class.getName();
    /** All that {@link FunctionSystem} has; for the rest of {@link System}, a function needs none of its own. */
    private static final SystemCallRewriter SYSTEM_CALLS =
            new SystemCallRewriter(FunctionSystem.class, Set.of("getenv", "out", "err", "setOut", "setErr", "exit"));

    private static final ClassLoader TOOL = FunctionClassLoader.class.getClassLoader();

    static {
        registerAsParallelCapable();
    }

    private final ClassPath code;

    FunctionClassLoader(ClassPath code) {
        super("function", ClassLoader.getPlatformClassLoader());
        this.code = code;
    }

    /** Gives the code its own environment; before any of it runs. */
    public void set(Map<String, String> variables, PrintStream output, IntConsumer onExit)
            throws ReflectiveOperationException {
        var set = loadClass(SYSTEM).getDeclaredMethod("set", Map.class, PrintStream.class, IntConsumer.class);
        set.setAccessible(true);
        set.invoke(null, variables, output, onExit);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(RUNTIME) && !name.startsWith(EVENTS)) {
            try {
                return TOOL.loadClass(name);
            } catch (ClassNotFoundException notOfTheRuntime) {
                // it is deployed with the function, such as Lambda's appender for Log4j
            }
        }
        var file = name.replace('.', '/') + ".class";
        try {
            return name.equals(SYSTEM) ? ownSystem(file) : deployed(name, file);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private Class<?> ownSystem(String file) throws IOException {
        try (var content = TOOL.getResourceAsStream(file)) {
            var bytes = content.readAllBytes();
            return defineClass(SYSTEM, bytes, 0, bytes.length);
        }
    }

    private Class<?> deployed(String name, String file) throws IOException, ClassNotFoundException {
        var location = code.firstHolding(file).orElseThrow(() -> new ClassNotFoundException(name));
        var bytes = SYSTEM_CALLS.rewrite(location.read(file));
        return defineClass(name, bytes, 0, bytes.length, location.domain());
    }

    @Override
    protected URL findResource(String name) {
        return code.firstHolding(name).map(location -> location.url(name)).orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(
                code.holding(name).map(location -> location.url(name)).toList());
    }
}
