package io.edgesocket.local.gateway.stage;

import io.edgesocket.local.gateway.stage.Integration.Answer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A route as deployed.
 *
 * @param replies  whether the integration's answer is sent to the client
 * @param throttle empty if the stage sets no limit
 */
public record Route(String key, Authorization authorization, boolean apiKeyRequired, Integration integration,
        boolean replies, Optional<TokenBucket> throttle) {

    /** The integration's answer, understood as far as this route needs it. */
    public CompletableFuture<Answer> call(Exchange exchange) {
        var answer = answer(exchange);
        return replies || key.equals(Stage.CONNECT) ? answer.thenApply(Route::understood) : answer;
    }

    private CompletableFuture<Answer> answer(Exchange exchange) {
        try {
            return integration.call(exchange);
        } catch (DeniedException denied) {
            return CompletableFuture.failedFuture(denied);
        }
    }

    private static Answer understood(Answer answer) {
        if (answer.problem().isPresent()) {
            throw new DeniedException(Denial.BAD_ANSWER, answer.problem().get());
        }
        return answer;
    }

    /** Takes one of the requests that the stage lets through. */
    public void admit() {
        if (throttle.isPresent() && !throttle.get().take()) {
            throw new DeniedException(Denial.THROTTLED, "more requests to " + key + " than its throttling allows");
        }
    }
}
