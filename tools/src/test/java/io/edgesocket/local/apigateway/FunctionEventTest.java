package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.edgesocket.local.journal.Step;
import org.junit.jupiter.api.Test;

/** What is told of a function's call. */
class FunctionEventTest {
    private final FakeFunction function =
            FakeFunction.asking("function", event -> FakeFunction.answered(FakeFunction.body("fine")));

    @Test
    void a_message_tells_the_event_and_the_answer() {
        try (var gateway = new HandMadeStack().replying("$default", function).start();
                var client = gateway.connect()) {
            client.send("hello").next();
            assertThat(gateway.details(Step.INTEGRATION)).singleElement().satisfies(details -> {
                assertThat(details.get("event")).contains("\"body\":\"hello\"", "\"routeKey\":\"$default\"");
                assertThat(details.get("answer")).isEqualTo("fine");
            });
        }
    }

    @Test
    void what_it_prints_is_told_with_the_message_that_it_is_called_for() {
        try (var gateway = new HandMadeStack()
                        .replying("$default", function.printing("one", "two"))
                        .start();
                var client = gateway.connect()) {
            client.send("hello").next();
            assertThat(gateway.texts(Step.LOG)).containsExactly("one", "two");
            assertThat(gateway.details(Step.LOG))
                    .allSatisfy(details -> assertThat(details).containsOnly(entry("function", "function")));
            assertThat(gateway.subjects(Step.LOG)).containsOnlyElementsOf(gateway.subjects(Step.MESSAGE));
        }
    }

    @Test
    void a_handshake_s_event_is_not_told_as_it_has_the_headers() {
        try (var gateway = new HandMadeStack().replying("$connect", function).start();
                var client = gateway.connect("Authorization", "Basic secret")) {
            assertThat(gateway.details(Step.INTEGRATION))
                    .singleElement()
                    .satisfies(details ->
                            assertThat(details).doesNotContainKey("event").containsEntry("backend", "function"));
        }
    }
}
