package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import io.edgesocket.local.lambda.Invocation.Answered;
import io.edgesocket.local.lambda.Invocation.Failed;
import io.edgesocket.local.lambda.code.DeployedCode;
import io.edgesocket.local.lambda.code.FunctionClassLoader.Surroundings;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** An instance of a Java handler, with classes and a thread of its own. */
final class JavaEnvironment implements Environment {

    /** Thrown by {@code System.exit} of a handler: it ends the environment, not the local run. */
    private static final class Exit extends Error {
        private static final long serialVersionUID = 1;

        private final int status;

        Exit(int status) {
            super("exit status " + status, null, false, false);
            this.status = status;
        }
    }

    private final RegisteredFunction function;
    private final DeployedCode code;
    private final Supplier<Map<String, String>> environment;
    private final Supplier<LocalHosts> hosts;
    private final Owner owner;
    private final FrozenEnvironments.Environment frozen;
    private final LineLog lines;
    private final PrintStream log;
    private final Thread thread;
    /** What the handler has started, and has not ended yet. */
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();

    private volatile Call next;
    private volatile boolean ended;
    private volatile Exit exit;

    JavaEnvironment(
            RegisteredFunction function,
            DeployedCode code,
            Supplier<Map<String, String>> environment,
            Supplier<LocalHosts> hosts,
            FrozenEnvironments frozen,
            LogBudget log,
            Owner owner) {
        this.function = function;
        this.code = code;
        this.environment = environment;
        this.hosts = hosts;
        this.frozen = frozen.add();
        this.owner = owner;
        this.lines = new LineLog(log);
        this.log = new PrintStream(lines, false, UTF_8);
        this.thread = new Thread(this::run, "function " + function.name());
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void begin(Call call) {
        next = call;
        if (Thread.currentThread() != thread) {
            LockSupport.unpark(thread);
        }
    }

    /** A handler that ignores its interruption keeps its thread; nothing waits for that. */
    @Override
    public void end() {
        ended = true;
        frozen.end();
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
        processes.forEach(JavaEnvironment::end);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void started(Process process) {
        processes.add(process);
        process.onExit().thenRun(() -> processes.remove(process));
        if (ended) {
            end(process);
        }
    }

    private void run() {
        try {
            var variables = new HashMap<>(environment.get());
            variables.replace("AWS_ACCESS_KEY_ID", LambdaVariables.ACCESS_KEY, frozen.accessKey());
            var handler = load(variables);
            lines.endStarted();
            owner.ready(this, "Java " + Runtime.version().feature());
            while (!ended) {
                var call = next;
                if (call == null) {
                    LockSupport.park(this);
                } else {
                    next = null;
                    answer(handler, call, new JavaContext(call, function, variables, log));
                }
            }
        } catch (Throwable e) { // every error: calls must not wait for this environment
            owner.lost(this, failed(e));
        }
    }

    private JavaHandler load(Map<String, String> variables) throws ReflectiveOperationException {
        var loader = code.classLoader();
        thread.setContextClassLoader(loader);
        var local = hosts.get();
        loader.set(new Surroundings(
                variables,
                log,
                this::started,
                this::exit,
                local.http(),
                () -> local.https().get().port(),
                () -> local.https().get().certificate()));
        return JavaHandler.load(function.handler(), loader);
    }

    private void exit(int status) {
        exit = new Exit(status);
        throw exit;
    }

    private void answer(JavaHandler handler, Call call, Context context) {
        Invocation outcome;
        frozen.thaw();
        try {
            outcome = new Answered(handler.handle(call.event(), context));
        } catch (Throwable e) { // every error of a handler is its answer
            outcome = failed(e);
        }
        frozen.freeze();
        lines.endStarted();
        Thread.interrupted(); // if the handler left the thread interrupted, it could not park
        if (exit != null) {
            owner.lost(this, failed(exit));
        } else {
            owner.finished(this, call, outcome);
        }
    }

    private Failed failed(Throwable thrown) {
        var wrapped = thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError;
        var cause = wrapped && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof Exit exited) {
            return InvocationFailures.exited(exited.status);
        }
        if (!ended) {
            cause.printStackTrace(log);
            lines.endStarted();
        }
        return new Failed(cause.getClass().getName(), Objects.toString(cause.getMessage(), ""));
    }
}
