package io.edgesocket.local.cloudfront;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The result of a step: the request goes on, perhaps changed, or it is answered here. */
sealed interface Decision {

    CompletableFuture<Answer> then(Function<EdgeRequest, CompletableFuture<Answer>> next);

    record Go(EdgeRequest request) implements Decision {
        @Override
        public CompletableFuture<Answer> then(Function<EdgeRequest, CompletableFuture<Answer>> next) {
            return next.apply(request);
        }
    }

    record Stop(Answer answer) implements Decision {
        @Override
        public CompletableFuture<Answer> then(Function<EdgeRequest, CompletableFuture<Answer>> next) {
            return CompletableFuture.completedFuture(answer);
        }
    }
}
