package io.edgesocket.local.apigateway.stage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The backend of a route. */
public interface Integration {

    /** What it calls, for a person. */
    String backend();

    /**
     * What a function gets of a message, to be shown; empty if nothing is known, or what it gets may have keys in it, as headers
     * of a handshake.
     */
    default Optional<String> event(Exchange exchange) {
        return Optional.empty();
    }

    /** @return its answer, in time; fails with {@link GatewayErrorException} if there is none */
    CompletableFuture<Answer> call(Exchange exchange);

    /**
     * What a backend answered.
     *
     * @param headers by name, in any case
     * @param body    what a route that replies sends to the client; nothing is sent if it is empty
     * @param problem why it can't be understood; only a route that needs the answer fails with it
     */
    record Answer(int status, Map<String, String> headers, String body, Optional<String> problem) {
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body, Optional.empty());
        }

        public static Answer unreadable(String problem) {
            return new Answer(0, Map.of(), "", Optional.of(problem));
        }

        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }

        public Answer withBody(String changed) {
            return new Answer(status, headers, changed, problem);
        }
    }
}
