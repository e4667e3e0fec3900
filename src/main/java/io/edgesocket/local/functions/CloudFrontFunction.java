package io.edgesocket.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;

/** JavaScript as CloudFront Functions runs it: a plain script with a {@code handler(event)}, and next to nothing else. */
public final class CloudFrontFunction implements AutoCloseable {
    private CloudFrontFunction() {}

    /**
     * @param name for the log
     * @param code the script itself
     * @throws UnplayableException if there is no Node.js here
     */
    public static CloudFrontFunction of(String name, String code, FunctionLog log) {
        return new CloudFrontFunction();
    }

    /** Fails with a {@link FunctionFailedException} if the script does. */
    public CompletableFuture<JsonNode> handle(JsonNode event) {
        return new CompletableFuture<>();
    }

    @Override
    public void close() {}
}
