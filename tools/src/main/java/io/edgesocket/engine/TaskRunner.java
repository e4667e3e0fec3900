package io.edgesocket.engine;

import com.pulumi.deployment.internal.Runner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Waits for a program's tasks by blocking on them. The SDK's own runner polls, which uses a whole core while it
 * waits. If the common pool has one worker, its polling also stops the tasks it waits for from running.
 */
final class TaskRunner implements Runner {
    private final Queue<CompletableFuture<?>> tasks = new ConcurrentLinkedQueue<>();
    private final Set<Exception> failures = new LinkedHashSet<>();

    @Override
    public <T> void registerTask(String description, CompletableFuture<T> task) {
        tasks.add(task);
    }

    @Override
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> callback) {
        var value = callback.get();
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            await(task);
        }
        return CompletableFuture.completedFuture(new Outcome<>(value, failures));
    }

    private void await(CompletableFuture<?> task) {
        try {
            task.join();
        } catch (CompletionException e) {
            failures.add(e.getCause() instanceof Exception cause ? cause : e);
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private static final class Outcome<T> extends Result<T> {
        Outcome(T value, Set<Exception> failures) {
            super(
                    failures.isEmpty() ? ProcessExitedSuccessfully : ProcessExitedAfterLoggingUserActionableMessage,
                    List.copyOf(new ArrayList<>(failures)),
                    Optional.ofNullable(value));
        }
    }
}
