package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.stage.Integration.Answer;
import io.edgesocket.local.journal.Payload;
import io.edgesocket.local.journal.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A route as deployed.
 *
 * @param replies  whether the integration's answer is sent to the client
 * @param models   empty if every message is taken
 * @param throttle empty if the stage sets no limit
 */
public record Route(
        String key,
        Authorization authorization,
        boolean apiKeyRequired,
        Integration integration,
        boolean replies,
        Optional<RequestModels> models,
        Optional<TokenBucket> throttle) {

    /** The integration's answer, understood as far as this route needs it. */
    public CompletableFuture<Answer> call(Exchange exchange) {
        var began = exchange.trace().clock().millis();
        var answer = answer(exchange).thenApply(answered -> told(exchange, answered, began));
        return replies || key.equals(Stage.CONNECT) ? answer.thenApply(Route::understood) : answer;
    }

    private CompletableFuture<Answer> answer(Exchange exchange) {
        try {
            models.ifPresent(model -> model.check(exchange));
            return integration.call(exchange);
        } catch (RuntimeException | StackOverflowError denied) { // or a bug of this program: the client stays connected
            return CompletableFuture.failedFuture(denied);
        }
    }

    private Answer told(Exchange exchange, Answer answer, long began) {
        var trace = exchange.trace();
        trace.step(
                Step.INTEGRATION,
                () -> integration.backend() + " answered" + status(answer) + " after "
                        + (trace.clock().millis() - began) + " ms",
                () -> details(exchange, answer, trace.clock().millis() - began));
        return answer;
    }

    private Map<String, String> details(Exchange exchange, Answer answer, long millis) {
        var details = new LinkedHashMap<String, String>();
        details.put("backend", integration.backend());
        details.put("status", Integer.toString(answer.status()));
        details.put("millis", Long.toString(millis));
        integration.event(exchange).ifPresent(event -> details.put("event", event));
        details.put("answer", Payload.of(answer.bytes()));
        return details;
    }

    /** A function may return no status where none is needed. */
    private static String status(Answer answer) {
        return answer.status() == 0 ? "" : " " + answer.status();
    }

    private static Answer understood(Answer answer) {
        if (answer.problem().isPresent()) {
            throw new GatewayErrorException(
                    GatewayError.BAD_ANSWER, answer.problem().get());
        }
        return answer;
    }

    /** Takes one of the requests that the stage lets through. */
    public void admit() {
        if (throttle.isPresent() && !throttle.get().take()) {
            throw new GatewayErrorException(
                    GatewayError.THROTTLED, "more requests to " + key + " than its throttling allows");
        }
    }
}
