package io.edgesocket.local.cloudfront;

import java.util.concurrent.CompletionException;

/** What went wrong, without the future that carried it. */
final class Causes {
    private Causes() {}

    static Throwable of(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
