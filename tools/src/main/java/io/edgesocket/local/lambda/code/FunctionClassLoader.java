package io.edgesocket.local.lambda.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.edgesocket.local.lambda.code.CallRewriter.StandIn;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads a Java function's classes as Lambda does: the JDK's own and the handler interfaces come from the runtime,
 * everything else from what was deployed, and from nowhere else.
 */
public final class FunctionClassLoader extends ClassLoader {
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
    private static final String EVENTS = RUNTIME + "events.";
    /** Each function has copies of its own of these. */
    private static final Map<String, Class<?>> OWN = Stream.of(
                    FunctionSystem.class, FunctionProcesses.class, FunctionAddresses.class)
            .collect(Collectors.toMap(Class::getName, type -> type));
    /** All that the stand-ins have; for the rest of the replaced classes, a function needs nothing of its own. */
    private static final CallRewriter CALLS = new CallRewriter(List.of(
            new StandIn(System.class, FunctionSystem.class, Set.of("getenv", "out", "err", "setOut", "setErr", "exit")),
            new StandIn(Runtime.class, FunctionProcesses.class, Set.of("exec", "exit", "halt")),
            new StandIn(ProcessBuilder.class, FunctionProcesses.class, Set.of("environment", "start", "startPipeline")),
            new StandIn(URI.class, FunctionAddresses.class, Set.of("create", CallRewriter.CONSTRUCTOR)),
            new StandIn(URL.class, FunctionAddresses.class, Set.of("openConnection", "openStream"))));

    private static final ClassLoader TOOL = FunctionClassLoader.class.getClassLoader();

    static {
        registerAsParallelCapable();
    }

    /** In the class files of code that can notice on which thread it runs. */
    private static final List<String> THREADS =
            List.of("java/lang/ThreadLocal", "java/lang/InheritableThreadLocal", "currentThread");

    private final ClassPath code;
    private volatile boolean asksForThread;

    FunctionClassLoader(ClassPath code) {
        super("function", ClassLoader.getPlatformClassLoader());
        this.code = code;
    }

    /** Gives the code its own surroundings; before any of it runs. */
    public void set(Surroundings surroundings) throws ReflectiveOperationException {
        set(FunctionSystem.class, surroundings.variables(), surroundings.output(), surroundings.onExit());
        set(FunctionProcesses.class, surroundings.variables(), surroundings.onStart(), surroundings.onExit());
        set(FunctionAddresses.class, surroundings.http(), surroundings.httpsPort(), surroundings.certificate());
    }

    /** By reflection, as it is another class than the one of that name here. */
    private void set(Class<?> standIn, Object... values) throws ReflectiveOperationException {
        for (var method : loadClass(standIn.getName()).getDeclaredMethods()) {
            if (method.getName().equals("set")) {
                method.setAccessible(true);
                method.invoke(null, values);
            }
        }
    }

    /**
     * Whether a class that was loaded until now can notice on which thread it runs: it keeps values by thread, or asks for
     * the current one. At AWS that is the same one for all calls.
     */
    public boolean asksForThread() {
        return asksForThread;
    }

    /**
     * What code sees around it.
     *
     * @param onStart is told of each process that it starts
     * @param onExit  gets the status when it wants to end; it doesn't return
     * @param http        where hosts of AWS stand on this machine, by their names in lower case
     * @param httpsPort   where all of them are served with TLS
     * @param certificate what that port shows, in PEM
     */
    public record Surroundings(
            Map<String, String> variables,
            PrintStream output,
            Consumer<Process> onStart,
            IntConsumer onExit,
            Map<String, URI> http,
            IntSupplier httpsPort,
            Supplier<String> certificate) {
        public Surroundings {
            variables = Map.copyOf(variables);
            http = Map.copyOf(http);
        }
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
            return OWN.containsKey(name) ? own(name, file) : deployed(name, file);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private Class<?> own(String name, String file) throws IOException {
        try (var content = TOOL.getResourceAsStream(file)) {
            var bytes = content.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private Class<?> deployed(String name, String file) throws IOException, ClassNotFoundException {
        var location = code.firstHolding(file).orElseThrow(() -> new ClassNotFoundException(name));
        var bytes = CALLS.rewrite(location.read(file));
        if (!asksForThread) {
            var text = new String(bytes, ISO_8859_1);
            asksForThread = THREADS.stream().anyMatch(text::contains);
        }
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
