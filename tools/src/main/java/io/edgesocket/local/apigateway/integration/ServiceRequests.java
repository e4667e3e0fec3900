package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.local.apigateway.mapping.Json;
import io.edgesocket.local.apigateway.stage.Integration.Answer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The requests that a route of a WebSocket API usually makes of services: what each must hold, and how it is answered. Who
 * may call, and whether the queue or the table is there, only the service knows.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</a>
 */
final class ServiceRequests {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private ServiceRequests() {}

    /** What is asked of the service: the URI's action, or the form's. */
    static String action(ServiceCall call, String body) {
        return call.action().isEmpty() ? form(body).getOrDefault("Action", "") : call.action();
    }

    /** The answer of a service that was reached and let the caller in; empty if nothing is known of it. */
    static Optional<Answer> answer(String service, String action, String body) {
        return switch (service + " " + action) {
            case "sqs SendMessage" -> Optional.of(form(body, List.of("MessageBody")));
            case "sns Publish" -> Optional.of(form(body, List.of("TopicArn", "Message")));
            case "events PutEvents" -> Optional.of(events(body));
            case "dynamodb PutItem" -> Optional.of(json(body, List.of("TableName", "Item")));
            case "states StartExecution" -> Optional.of(execution(body));
            case "sqs ", "sns " -> Optional.of(refused("MissingAction", "the form has no Action"));
            default -> Optional.empty();
        };
    }

    private static Answer form(String body, List<String> needed) {
        var form = form(body);
        return needed.stream()
                .filter(name -> form.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> refused("MissingParameter", "The request must contain the parameter " + name))
                .orElseGet(() -> done("MessageId"));
    }

    private static Answer json(String body, List<String> needed) {
        var json = object(body);
        if (json.isEmpty()) {
            return refused("SerializationException", "the body is no JSON object");
        }
        return needed.stream()
                .filter(name -> json.get().path(name).isMissingNode())
                .findFirst()
                .map(name -> refused("ValidationException", name + " is missing"))
                .orElseGet(() -> Answer.of(OK, "{}"));
    }

    private static Answer events(String body) {
        var answer = json(body, List.of("Entries"));
        if (answer.status() != OK) {
            return answer;
        }
        var result = JsonNodeFactory.instance.objectNode();
        var entries = result.putArray("Entries");
        var failed = 0;
        for (var entry : object(body).orElseThrow().path("Entries")) {
            if (object(entry.path("Detail").asText()).isPresent()) {
                entries.addObject().put("EventId", UUID.randomUUID().toString());
            } else {
                failed++;
                entries.addObject().put("ErrorCode", "MalformedDetail").put("ErrorMessage", "Detail is malformed.");
            }
        }
        return Answer.of(OK, result.put("FailedEntryCount", failed).toString());
    }

    private static Answer execution(String body) {
        var answer = json(body, List.of("stateMachineArn"));
        if (answer.status() != OK) {
            return answer;
        }
        var input = object(body).orElseThrow().path("input");
        return input.isMissingNode() || isJson(input.asText())
                ? done("executionArn")
                : refused("InvalidExecutionInput", "input is no JSON");
    }

    private static Answer done(String id) {
        return Answer.of(
                OK,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(id, UUID.randomUUID().toString())
                        .toString());
    }

    private static Answer refused(String code, String message) {
        return Answer.of(
                BAD_REQUEST,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", code)
                        .put("message", message)
                        .toString());
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var field : body.split("&")) {
            var at = field.indexOf('=');
            if (at > 0) {
                form.put(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) { // a % that nothing follows
            return text;
        }
    }

    private static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(Json.tree(text.getBytes(StandardCharsets.UTF_8))).filter(JsonNode::isObject);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isJson(String text) {
        try {
            Json.tree(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException notJson) {
            return false;
        }
    }
}
