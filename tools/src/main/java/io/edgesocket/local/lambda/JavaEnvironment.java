package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import io.edgesocket.local.lambda.code.DeployedCode;
import io.edgesocket.local.lambda.code.FunctionClassLoader;
import io.edgesocket.local.lambda.code.FunctionClassLoader.Surroundings;
import io.edgesocket.local.lambda.pool.Call;
import io.edgesocket.local.lambda.pool.CallFrame;
import io.edgesocket.local.lambda.pool.Environment;
import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.lambda.pool.Invocation.Answered;
import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.pool.InvocationFailures;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An instance of a Java handler, with classes and a thread of its own. If it is quick, and can't tell threads apart, it runs
 * on the thread that calls it instead, where that is lent.
 */
final class JavaEnvironment implements Environment {
    /** A handler that took longer the last time has its own thread: to wake that takes less. */
    private static final Duration QUICK = Duration.ofMillis(1);
    /** Of an error. Its causes may be a circle. */
    private static final int CAUSES_MAX = 100;

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

    private volatile Loaded loaded;
    private volatile Call next;
    private volatile boolean quick;
    /** Of the call under way. */
    private volatile Consumer<String> printed = Call.UNHEARD;

    /** The thread that runs the handler, or is to run it next. */
    private Thread runner;

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
        this.lines = new LineLog(log, () -> printed);
        this.log = new PrintStream(lines, false, UTF_8);
        this.thread = new Thread(this::run, "function " + function.name());
        this.runner = thread;
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void begin(Call call, List<CallFrame> frames) {
        if (quick && !loaded.loader().asksForThread() && LentThread.take(() -> runHere(call))) {
            return;
        }
        next = call;
        if (Thread.currentThread() != thread) {
            LockSupport.unpark(thread);
        }
    }

    private void runHere(Call call) {
        var current = Thread.currentThread();
        var before = current.getContextClassLoader();
        current.setContextClassLoader(loaded.loader());
        try {
            if (runOn(current)) {
                answer(call);
            }
        } finally {
            current.setContextClassLoader(before);
        }
    }

    /** @return false if it has ended. If it ends while the handler runs, this thread is interrupted */
    private synchronized boolean runOn(Thread next) {
        runner = next;
        return !ended;
    }

    /** A handler that ignores its interruption keeps its thread; nothing waits for that. */
    @Override
    public void end() {
        frozen.end();
        interrupt();
        processes.forEach(JavaEnvironment::end);
    }

    private synchronized void interrupt() {
        ended = true;
        Stream.of(thread, runner).filter(each -> each != Thread.currentThread()).forEach(Thread::interrupt);
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
            loaded = load(variables);
            lines.endStarted();
            owner.ready(this, "Java " + Runtime.version().feature());
            while (!ended) {
                var call = next;
                if (call == null) {
                    LockSupport.park(this);
                } else {
                    next = null;
                    answer(call);
                }
            }
        } catch (Throwable e) { // every error: calls must not wait for this environment
            owner.lost(this, failed(e));
        }
    }

    private record Loaded(JavaHandler handler, FunctionClassLoader loader, Map<String, String> variables) {}

    private Loaded load(Map<String, String> variables) throws ReflectiveOperationException {
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
        return new Loaded(JavaHandler.load(function.handler(), loader), loader, variables);
    }

    private void exit(int status) {
        exit = new Exit(status);
        throw exit;
    }

    private void answer(Call call) {
        var begun = System.nanoTime();
        printed = call.printed();
        frozen.thaw();
        var outcome = outcome(call, new JavaContext(call, function, loaded.variables(), log));
        frozen.freeze();
        quick = System.nanoTime() - begun <= QUICK.toNanos();
        lines.endStarted();
        printed = Call.UNHEARD;
        if (exit != null) {
            owner.lost(this, failed(exit));
        } else {
            owner.finished(this, call, outcome);
        }
    }

    private Invocation outcome(Call call, Context context) {
        try {
            return new Answered(loaded.handler().handle(call.event(), context));
        } catch (Throwable e) { // every error of a handler is its answer
            return failed(e);
        } finally {
            runOn(thread);
            Thread.interrupted(); // if the handler left the thread interrupted, it could not park
        }
    }

    private Failed failed(Throwable thrown) {
        var wrapped = thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError;
        var cause = wrapped && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof Exit exited) {
            return InvocationFailures.exited(exited.status);
        }
        if (!ended) {
            cutStackTraces(cause);
            cause.printStackTrace(log);
            lines.endStarted();
        }
        return new Failed(cause.getClass().getName(), Objects.toString(cause.getMessage(), ""));
    }

    /** What calls the handler is not shown, as on Lambda. */
    private static void cutStackTraces(Throwable thrown) {
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES_MAX)
                .forEach(each -> each.setStackTrace(Arrays.stream(each.getStackTrace())
                        .takeWhile(frame -> !frame.getClassName().equals(JavaHandler.class.getName()))
                        .toArray(StackTraceElement[]::new)));
    }
}
