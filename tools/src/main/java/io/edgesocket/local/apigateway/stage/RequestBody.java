package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.mapping.BodyPath;
import io.edgesocket.local.apigateway.mapping.NotJsonException;
import io.edgesocket.local.apigateway.mapping.SelectionExpression;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a message holds, as expressions name it. */
final class RequestBody {
    private static final String PREFIX = "request.body";
    /** Names come from the program, so there are few. */
    private static final Map<String, BodyPath> PATHS = new ConcurrentHashMap<>();

    private RequestBody() {}

    /** Whether a message that isn't JSON is noticed. */
    static boolean isReadBy(SelectionExpression expression) {
        return expression.text().contains(PREFIX);
    }

    /**
     * @param name such as {@code request.body.action}
     * @throws NotJsonException if the message isn't JSON
     */
    static Optional<String> value(String name, byte[] message) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return PATHS.computeIfAbsent(name, unseen -> BodyPath.parse(unseen.substring(PREFIX.length())))
                .textIn(message);
    }
}
