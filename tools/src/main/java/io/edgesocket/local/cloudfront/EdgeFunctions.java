package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.stack.PlayedResource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs the code that a stack has at the edge: CloudFront Functions, and Lambda@Edge. */
public interface EdgeFunctions {
    /** Runs no code. */
    EdgeFunctions NONE = function -> new CannotRun("nothing runs code at the edge here");

    /** @param function a {@code aws:cloudfront/function:Function} or a {@code aws:lambda/function:Function} */
    Code code(PlayedResource function);

    /** The code of one function. */
    sealed interface Code {}

    /** Code that runs here. */
    non-sealed interface Runner extends Code {
        /**
         * Calls it with one event, and gives what it returned. Fails if it threw, ran too long or could not be
         * started.
         *
         * @param printed takes each line that it prints meanwhile, on any thread, before the call ends
         */
        CompletableFuture<JsonNode> run(ObjectNode event, Consumer<String> printed);
    }

    /** @param reason what is missing */
    record CannotRun(String reason) implements Code {}
}
