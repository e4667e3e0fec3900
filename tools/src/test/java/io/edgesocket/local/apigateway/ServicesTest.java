package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Context;
import com.pulumi.aws.cloudwatch.EventBus;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.ServiceTarget;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.stack.PlayedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes to services of AWS, as the component makes them: what the services would be sent. */
class ServicesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENT = "{\"sent\":true}";
    private final PlayedStack stack = PlayedStack.of(Engine.run(
            new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), ServicesTest::program));

    private static void program(Context ctx) {
        var messages = TableArgs.builder().hashKey("connectionId").rangeKey("requestId");
        var machine = StateMachineArgs.builder()
                .roleArn("arn:aws:iam::123456789012:role/orders")
                .definition("{}");
        var fifo = QueueArgs.builder().name("ordered.fifo").fifoQueue(true);
        new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .routeSelectionExpression("$request.body.to")
                        .route("$connect", Route.to(ServiceTarget.queue(new Queue("arrivals"))))
                        .route(
                                "queue",
                                Route.to(ServiceTarget.queue(new Queue("orders")))
                                        .replying())
                        .route(
                                "fifo",
                                Route.to(ServiceTarget.queue(new Queue("ordered", fifo.build())))
                                        .replying())
                        .route(
                                "topic",
                                Route.to(ServiceTarget.topic(new Topic("news"))).replying())
                        .route(
                                "bus",
                                Route.to(ServiceTarget.eventBus(new EventBus("events"), "chat"))
                                        .replying())
                        .route(
                                "table",
                                Route.to(ServiceTarget.table(new Table("messages", messages.build())))
                                        .replying())
                        .route(
                                "machine",
                                Route.to(ServiceTarget.stateMachine(new StateMachine("steps", machine.build())))
                                        .replying())
                        .route(
                                "broken",
                                Route.to(ServiceTarget.table("arn:aws:dynamodb:eu-west-1:123456789012:table/messages"))
                                        .requestTemplate("{\"TableName\":\"messages\"}")
                                        .replying())
                        .route(
                                "failed",
                                Route.to(ServiceTarget.eventBus(
                                                "arn:aws:events:eu-west-1:123456789012:event-bus/default", "chat"))
                                        .requestTemplate("{\"Entries\":[{\"Detail\":\"no JSON\"}]}")
                                        .replying())
                        .route("silent", Route.to(ServiceTarget.queue("arn:aws:sqs:eu-west-1:123456789012:orders")))
                        .build());
    }

    private TestGateway start(Map<String, URI> services) {
        var aws = GatewayOptions.AWS;
        return new TestGateway(
                stack,
                uri -> Optional.empty(),
                new GatewayOptions(false, aws.idleTimeout(), aws.maxDuration(), Map.of(), services));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static JsonNode plain(JsonNode item) {
        var plain = JSON.createObjectNode();
        item.properties()
                .forEach(entry -> plain.put(
                        entry.getKey(), entry.getValue().elements().next().asText()));
        return plain;
    }

    /** Route, what is told of the request, and how what was sent is found in its body. */
    static Stream<Arguments> services() {
        Function<String, JsonNode> queued = body -> json(form(body).get("MessageBody"));
        Function<String, JsonNode> published = body -> json(form(body).get("Message"));
        Function<String, JsonNode> event =
                body -> json(json(body).path("Entries").path(0).path("Detail").asText());
        Function<String, JsonNode> item = body -> plain(json(body).path("Item"));
        Function<String, JsonNode> started =
                body -> json(json(body).path("input").asText());
        return Stream.of(
                arguments("queue", "sqs SendMessage 000000000000/orders", queued),
                arguments("topic", "sns Publish ", published),
                arguments("bus", "events PutEvents ", event),
                arguments("table", "dynamodb PutItem ", item),
                arguments("machine", "states StartExecution ", started));
    }

    private static Map<String, String> request(TestGateway gateway) {
        return gateway.details(Step.INTEGRATION).stream()
                .filter(details -> details.containsKey("body"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    void an_address_for_a_service_that_no_route_calls_is_refused() {
        assertThatThrownBy(() -> start(Map.of("sqz", URI.create("http://127.0.0.1:4566"))))
                .hasMessage(
                        "--service sqz: no integration calls such a service; there are dynamodb, events, sns, sqs, states");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_gets_the_message_and_its_connection_whatever_the_message_holds(
            String route, String called, Function<String, JsonNode> sent) {
        var message = "{\"to\":\"" + route
                + "\",\"text\":\"it's 100% \\\"q&a=b+c\\\" \\\\' </b> $context.stage #if ü 😀 \\n\"}";
        try (var gateway = start(Map.of());
                var client = gateway.connect()) {
            assertThat(client.send(message).next()).isEqualTo(SENT);

            var request = request(gateway);
            assertThat(request.get("service") + " " + request.get("action") + " " + request.get("path"))
                    .isEqualTo(called);
            var fields = sent.apply(request.get("body"));
            assertThat(fields.path("body").asText()).isEqualTo(message);
            assertThat(fields.path("routeKey").asText()).isEqualTo(route);
            assertThat(fields.path("eventType").asText()).isEqualTo("MESSAGE");
            assertThat(fields.path("stage").asText()).isEqualTo("live");
            assertThat(fields.path("domainName").asText()).endsWith(".execute-api.eu-west-1.amazonaws.com");
            assertThat(fields.path("requestTimeEpoch").asLong()).isPositive();
            assertThat(gateway.texts(Step.STAGE).toString() + gateway.texts(Step.MESSAGE))
                    .contains(fields.path("connectionId").asText());
        }
    }

    @Test
    void receivers_are_named_as_the_program_names_them() {
        try (var gateway = start(Map.of());
                var client = gateway.connect()) {
            client.send("{\"to\":\"topic\"}").next();
            assertThat(form(request(gateway).get("body")))
                    .containsEntry("TopicArn", "arn:aws:sns:eu-west-1:000000000000:news");
            client.send("{\"to\":\"bus\"}").next();
            var event = json(request(gateway).get("body")).path("Entries").path(0);
            assertThat(event.path("EventBusName").asText())
                    .isEqualTo("arn:aws:events:eu-west-1:000000000000:event-bus/events");
            assertThat(event.path("Source").asText()).isEqualTo("chat");
            assertThat(event.path("DetailType").asText()).isEqualTo("bus");
            client.send("{\"to\":\"table\"}").next();
            assertThat(json(request(gateway).get("body")).path("TableName").asText())
                    .isEqualTo("messages");
            client.send("{\"to\":\"machine\"}").next();
            assertThat(json(request(gateway).get("body"))
                            .path("stateMachineArn")
                            .asText())
                    .isEqualTo("arn:aws:states:eu-west-1:000000000000:stateMachine:steps");
        }
    }

    @Test
    void a_fifo_queue_of_the_program_gets_the_connection_as_its_group() {
        try (var gateway = start(Map.of());
                var client = gateway.connect()) {
            assertThat(client.send("{\"to\":\"fifo\"}").next()).isEqualTo(SENT);
            var form = form(request(gateway).get("body"));
            var message = json(form.get("MessageBody"));
            assertThat(form)
                    .containsEntry(
                            "MessageGroupId", message.path("connectionId").asText())
                    .containsEntry(
                            "MessageDeduplicationId", message.path("requestId").asText());
        }
    }

    @Test
    void a_handshake_is_sent_without_a_body() {
        try (var gateway = start(Map.of());
                var client = gateway.connect()) {
            var arrival = json(form(request(gateway).get("body")).get("MessageBody"));
            assertThat(arrival.path("eventType").asText()).isEqualTo("CONNECT");
            assertThat(arrival.has("body")).isFalse();
            assertThat(client).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "failed"})
    void what_a_service_would_refuse_is_not_told_to_be_sent(String route) {
        try (var gateway = start(Map.of());
                var client = gateway.connect()) {
            assertThat(client.send("{\"to\":\"" + route + "\"}").next())
                    .startsWith("{\"message\":\"Internal server error\",\"connectionId\":\"");
        }
    }

    @Test
    void what_stands_for_a_service_gets_the_request() {
        var backend = new TestBackend();
        try (var gateway = start(Map.of("sqs", URI.create(backend.uri(""))));
                var client = gateway.connect()) {
            assertThat(client.send("{\"to\":\"queue\"}").next()).isEqualTo(SENT);
            assertThat(backend.seen())
                    .last()
                    .asString()
                    .startsWith("POST /000000000000/orders\n")
                    .containsIgnoringCase("Content-Type: application/x-www-form-urlencoded\n")
                    .containsPattern("Credential=local/\\d+/eu-west-1/sqs/aws4_request");
        } finally {
            backend.close();
        }
    }

    @Test
    void a_json_service_is_told_its_action_by_a_header() {
        var backend = new TestBackend();
        try (var gateway = start(Map.of("dynamodb", URI.create(backend.uri(""))));
                var client = gateway.connect()) {
            assertThat(client.send("{\"to\":\"table\"}").next()).isEqualTo(SENT);
            assertThat(backend.seen())
                    .singleElement()
                    .asString()
                    .startsWith("POST /\n")
                    .containsIgnoringCase("X-Amz-Target: DynamoDB_20120810.PutItem\n")
                    .containsIgnoringCase("Content-Type: application/x-amz-json-1.0\n");
        } finally {
            backend.close();
        }
    }

    @Test
    void nothing_that_listens_is_an_Internal_server_error() {
        try (var gateway = start(Map.of("sns", URI.create("http://127.0.0.1:1")));
                var client = gateway.connect()) {
            assertThat(client.send("{\"to\":\"topic\"}").next()).contains("Internal server error");
        }
    }

    @Test
    void a_service_that_nothing_stands_for_is_told_at_the_start() {
        try (var gateway = start(Map.of("sqs", URI.create("http://127.0.0.1:1")))) {
            assertThat(gateway.gateway().notPlayed())
                    .contains("chat-topic-integration: requests to sns are told and taken for done; "
                            + "--service sns=http://127.0.0.1:4566 says what gets them")
                    .noneMatch(line -> line.startsWith("chat-queue-integration"));
        }
    }
}
