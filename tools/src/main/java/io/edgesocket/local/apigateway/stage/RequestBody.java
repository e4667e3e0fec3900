package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.mapping.BodyPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a message holds, as expressions name it. */
final class RequestBody {
    private static final String PREFIX = "request.body";
    /** Names come from the program, so there are few. */
    private static final Map<String, BodyPath> PATHS = new ConcurrentHashMap<>();

    private RequestBody() {}

    /**
     * @param name such as {@code request.body.action}
     * @throws UncheckedIOException if the message isn't JSON
     */
    static Optional<String> value(String name, byte[] message) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return PATHS.computeIfAbsent(name, unseen -> BodyPath.parse(unseen.substring(PREFIX.length())))
                    .textIn(message);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
