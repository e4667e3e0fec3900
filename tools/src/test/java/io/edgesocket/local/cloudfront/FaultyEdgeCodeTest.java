package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.local.cloudfront.EdgeFunctions.Runner;
import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FaultyEdgeCodeTest {
    private static final PlayedResource RESOURCE = new PlayedResource(
            "urn:pulumi:dev::shop::aws:lambda/function:Function::guard",
            "aws:lambda/function:Function",
            "guard",
            "guard",
            "",
            List.of(),
            JsonNodeFactory.instance.objectNode());

    @Test
    void lambda_at_the_edge_throws_when_it_is_told_to() {
        var faults = new Faults(List.of(Fault.parse("edge-throws:guard*1")));
        try (var code = new StackCode(
                new PlayedStack("shop", "dev", List.of(RESOURCE)),
                arn -> Optional.of(new Fine()),
                FunctionLog.NONE,
                faults)) {
            var runner = (Runner) code.code(RESOURCE);
            var event = JsonNodeFactory.instance.objectNode();
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> runner.run(event, printed -> {}).join())
                    .withMessageContaining("the fault edge-throws:guard*1 is set");
            assertThat(runner.run(event, printed -> {}).join().path("fine").asBoolean())
                    .isTrue();
        }
    }

    private record Fine() implements LocalFunction {
        @Override
        public String name() {
            return "guard";
        }

        @Override
        public String urn() {
            return "urn:pulumi:dev::shop::aws:lambda/function:Function::guard";
        }

        @Override
        public String runtime() {
            return "java21";
        }

        @Override
        public Optional<String> unplayable() {
            return Optional.empty();
        }

        @Override
        public List<String> notPlayed() {
            return List.of();
        }

        @Override
        public CompletableFuture<Invocation> invoke(byte[] event) {
            return CompletableFuture.completedFuture(
                    new Invocation.Answered("{\"fine\":true}".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
