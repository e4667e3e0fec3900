package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.stack.PlayedResource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Code at the edge that is written in the test; every function of the stack is this one. */
final class TestEdgeCode implements EdgeFunctions {
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final Function<ObjectNode, JsonNode> code;

    private TestEdgeCode(Function<ObjectNode, JsonNode> code) {
        this.code = code;
    }

    static TestEdgeCode of(Function<ObjectNode, JsonNode> code) {
        return new TestEdgeCode(code);
    }

    /** Returns the request of a CloudFront Function's event, changed. */
    static TestEdgeCode changing(String changes) {
        return of(event -> Cdn.merge((ObjectNode) event.path("request"), changes));
    }

    /** Returns the request of a Lambda@Edge event, changed. */
    static TestEdgeCode changingLambda(String changes) {
        return of(event -> Cdn.merge((ObjectNode) event.at("/Records/0/cf/request"), changes));
    }

    static TestEdgeCode returning(String json) {
        return of(event -> Cdn.object(json));
    }

    JsonNode event() throws InterruptedException {
        return events.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public Code code(PlayedResource function) {
        return (Runner) (event, printed) -> {
            events.add(event.deepCopy());
            return CompletableFuture.completedFuture(event).thenApply(code);
        };
    }
}
