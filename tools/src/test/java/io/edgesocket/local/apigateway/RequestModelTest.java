package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are held against the models of their route before the integration hears of them. */
class RequestModelTest {
    private static final String TEXT = """
            {"$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "required": ["text"],
             "properties": {"text": {"type": "string", "maxLength": 5}}}""";
    private final FakeFunction chat = FakeFunction.echo("chat");

    private HandMadeStack stack(String selection, ObjectNode models) {
        return new HandMadeStack()
                .to(
                        "say",
                        chat,
                        route -> route.put("routeResponseSelectionExpression", "$default")
                                .put("modelSelectionExpression", selection)
                                .set("requestModels", models))
                .reply("say");
    }

    private HandMadeStack stack() {
        return model(stack("$default", HandMadeStack.object().put("$default", "Text")), "Text", TEXT);
    }

    private static HandMadeStack model(HandMadeStack stack, String name, String schema) {
        return stack.deployed(
                "model:Model", name, HandMadeStack.object().put("name", name).put("schema", schema));
    }

    @Test
    void a_message_that_matches_reaches_the_integration() {
        try (var gateway = stack().start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"say\",\"text\":\"hello\"}").next())
                    .contains("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"say\"}",
                "{\"action\":\"say\",\"text\":1}",
                "{\"action\":\"say\",\"text\":\"too long\"}"
            })
    void one_that_does_not_is_answered_with_an_error_frame(String message) {
        try (var gateway = stack().start();
                var client = gateway.connect()) {
            assertThat(client.send(message).next())
                    .startsWith("{\"message\":\"Bad request body\",\"connectionId\":\"")
                    .contains("\"requestId\":\"");
            assertThat(chat.events()).isEmpty();
        }
    }

    @Test
    void the_journal_says_what_is_wrong_with_it() {
        try (var gateway = stack().start();
                var client = gateway.connect()) {
            client.send("{\"action\":\"say\"}").next();
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because())
                            .startsWith("it doesn't match the model Text: ")
                            .contains("required property 'text' not found"));
        }
    }

    @Test
    void the_connection_stays_open() {
        try (var gateway = stack().start();
                var client = gateway.connect()) {
            client.send("{\"action\":\"say\"}").next();
            assertThat(client.send("{\"action\":\"say\",\"text\":\"again\"}").next())
                    .contains("again");
        }
    }

    @Test
    void the_model_is_chosen_by_the_message() {
        var models = HandMadeStack.object().put("long", "Any").put("$default", "Text");
        var stack = model(model(stack("$request.body.kind", models), "Text", TEXT), "Any", "{}");
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var message = "{\"action\":\"say\",\"text\":\"longer than that\"";
            assertThat(client.send(message + ",\"kind\":\"long\"}").next()).contains("longer");
            assertThat(client.send(message + "}").next()).contains("Bad request body");
        }
    }

    @Test
    void a_message_for_which_there_is_no_model_is_refused() {
        var stack = model(stack("$request.body.kind", HandMadeStack.object().put("long", "Any")), "Any", "{}");
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"say\"}").next()).contains("Bad request body");
        }
    }

    @Test
    void a_model_may_refer_to_another_of_its_api() {
        var stack = model(stack("$default", HandMadeStack.object().put("$default", "Said")), "Said", """
                {"properties": {"said": {"$ref": "https://apigateway.amazonaws.com/restapis/api1/models/Text"}}}""");
        try (var gateway = model(stack, "Text", TEXT).start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"say\",\"said\":{\"text\":\"x\"}}")
                            .next())
                    .contains("said");
            assertThat(client.send("{\"action\":\"say\",\"said\":{}}").next()).contains("Bad request body");
        }
    }

    @Test
    void schemas_are_of_draft_4_where_an_exclusive_minimum_is_a_truth_value() {
        var stack = model(
                stack("$default", HandMadeStack.object().put("$default", "Positive")),
                "Positive",
                "{\"properties\": {\"n\": {\"minimum\": 0, \"exclusiveMinimum\": true}}}");
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"say\",\"n\":1}").next()).contains("say");
            assertThat(client.send("{\"action\":\"say\",\"n\":0}").next()).contains("Bad request body");
        }
    }

    @Test
    void nothing_is_fetched_for_a_reference_elsewhere() {
        var stack = model(
                stack("$default", HandMadeStack.object().put("$default", "Far")),
                "Far",
                "{\"$ref\": \"http://localhost:1/schema.json\"}");
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"say\"}").next()).contains("Bad request body");
        }
    }
}
