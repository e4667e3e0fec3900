package io.edgesocket.local.lambda;

import io.edgesocket.local.lambda.pool.Environment;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which environments of Java functions would stand still on Lambda, as they have answered and have no call. Their threads
 * can't be stopped here, so what these send has to wait. Each environment has an access key of its own among its
 * variables, as on Lambda; what is signed with it comes from there.
 */
public final class FrozenEnvironments {
    private static final String PREFIX = "ASIALOCAL";

    private final AtomicLong count = new AtomicLong();
    private final Map<String, Environment> byKey = new ConcurrentHashMap<>();

    /** One environment. It runs at first, as it loads its code. */
    final class Environment {
        private final String accessKey = PREFIX + String.format("%011d", count.incrementAndGet());
        private volatile CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

        private Environment() {}

        String accessKey() {
            return accessKey;
        }

        /** It has answered. */
        void freeze() {
            running = new CompletableFuture<>();
        }

        /** It has a call. */
        void thaw() {
            running.complete(null);
        }

        void end() {
            byKey.remove(accessKey);
            running.completeExceptionally(new IllegalStateException("the environment has ended"));
        }
    }

    Environment add() {
        var added = new Environment();
        byKey.put(added.accessKey, added);
        return added;
    }

    /**
     * Done when whoever has this key runs: at once if that is no environment of a Java function. Fails if the environment
     * ends before, or has ended.
     */
    public CompletableFuture<Void> running(String accessKey) {
        if (!accessKey.startsWith(PREFIX) || accessKey.equals(LambdaVariables.ACCESS_KEY)) {
            return CompletableFuture.completedFuture(null);
        }
        var environment = byKey.get(accessKey);
        return environment == null
                ? CompletableFuture.failedFuture(new IllegalStateException("the environment has ended"))
                : environment.running.copy();
    }
}
