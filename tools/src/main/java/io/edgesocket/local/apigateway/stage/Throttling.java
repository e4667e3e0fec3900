package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * How many requests a stage lets through, route by route: a route's own settings, or the stage's for each of the
 * others. Without any, only the limit of the account would count, which is not played.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-protect.html">Throttling</a>
 */
public record Throttling(JsonNode stage, Clock clock) {

    public Optional<TokenBucket> of(String routeKey) {
        return StreamSupport.stream(stage.path("routeSettings").spliterator(), false)
                .filter(settings -> settings.path("routeKey").asText().equals(routeKey))
                .findFirst()
                .or(() -> Optional.of(stage.path("defaultRouteSettings")))
                .filter(settings -> settings.has("throttlingRateLimit") || settings.has("throttlingBurstLimit"))
                .map(settings -> new TokenBucket(
                        settings.path("throttlingRateLimit").asDouble(0),
                        settings.path("throttlingBurstLimit").asDouble(0),
                        clock));
    }
}
