package io.edgesocket.testing;

import com.pulumi.test.Mocks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Keeps what was registered, and lets other mocks answer. */
final class RecordingMocks implements Mocks {
    private final Mocks answering;
    private final ConcurrentLinkedQueue<ResourceArgs> registered = new ConcurrentLinkedQueue<>();

    RecordingMocks(Mocks answering) {
        this.answering = answering;
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs resource) {
        registered.add(resource);
        return answered(
                answering.newResourceAsync(resource),
                () -> "newResourceAsync, asked for " + resource.type + " \"" + resource.name + '"');
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs call) {
        return answered(answering.callAsync(call), () -> "callAsync, asked for " + call.token);
    }

    /** A mock of Mockito's answers null to what nobody told it. */
    private static <T> CompletableFuture<T> answered(CompletableFuture<T> answer, Supplier<String> question) {
        if (answer == null) {
            throw noAnswer(question);
        }
        return answer.thenApply(given -> {
            if (given == null) {
                throw noAnswer(question);
            }
            return given;
        });
    }

    private static IllegalStateException noAnswer(Supplier<String> question) {
        return new IllegalStateException("the mocks gave null to " + question.get()
                + ": tell them what to answer, or let AwsMocks.completing(mocks) answer for them");
    }

    List<ResourceArgs> registered() {
        return List.copyOf(registered);
    }
}
