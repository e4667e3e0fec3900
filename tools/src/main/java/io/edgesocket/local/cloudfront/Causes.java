package io.edgesocket.local.cloudfront;

import java.util.concurrent.CompletionException;

/** The cause of a failed future, without the {@link CompletionException} around it. */
final class Causes {
    private Causes() {}

    static Throwable of(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
