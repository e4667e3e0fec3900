package io.edgesocket.engine;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;

/**
 * What a program says through {@code ctx.log()}. The SDK's own debug messages carry whole requests, secrets
 * included, so they are dropped here.
 */
final class Messages implements EngineLogger {
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    @Override
    public CompletableFuture<Void> logAsync(
            Level level, String message, Resource resource, Integer streamId, Boolean ephemeral) {
        if (level == Level.SEVERE) {
            errors.add(message);
        } else if (level == Level.WARNING) {
            warnings.add(message);
        }
        return CompletableFuture.completedFuture(null);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public int getErrorCount() {
        return errors.size();
    }

    @Override
    public boolean hasLoggedErrors() {
        return !errors.isEmpty();
    }
}
