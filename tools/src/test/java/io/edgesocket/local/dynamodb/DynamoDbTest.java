package io.edgesocket.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.local.stack.PlayedResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** What AWS's SDK for Java gets from the tables in memory. */
class DynamoDbTest {
    private static final String LATER = " is not played on localhost; start DynamoDB Local and give its address: "
            + "--service dynamodb=http://127.0.0.1:8000";

    private DynamoDb server;
    private DynamoDbClient client;

    @BeforeEach
    void start() throws IOException {
        server = DynamoDb.start(
                new RegisteredTables(List.of(table("connections", "id:S"), table("scores", "game:S", "at:N"))));
        client = LocalTable.client(server.address());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** @param keys names and types */
    private static PlayedResource table(String name, String... keys) {
        var inputs = JsonNodeFactory.instance.objectNode();
        var attributes = inputs.putArray("attributes");
        for (var key : keys) {
            var parts = key.split(":");
            inputs.put(attributes.isEmpty() ? "hashKey" : "rangeKey", parts[0]);
            attributes.addObject().put("name", parts[0]).put("type", parts[1]);
        }
        return new PlayedResource(
                "urn:pulumi:dev::shop::aws:dynamodb/table:Table::" + name,
                "aws:dynamodb/table:Table",
                name,
                name + "-id",
                "aws",
                List.of(),
                inputs);
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private void put(String id) {
        client.putItem(request -> request.tableName("connections").item(Map.of("id", text(id))));
    }

    private void score(String game, String at) {
        client.putItem(request ->
                request.tableName("scores").item(Map.of("game", text(game), "at", AttributeValue.fromN(at))));
    }

    @Test
    void an_item_is_got_as_it_was_put() {
        var item = Map.of(
                "id", text("a"),
                "n", AttributeValue.fromN("1.5"),
                "flag", AttributeValue.fromBool(true),
                "none", AttributeValue.fromNul(true),
                "list", AttributeValue.fromL(List.of(text("x"), AttributeValue.fromN("2"))),
                "map", AttributeValue.fromM(Map.of("y", text("ü"))),
                "set", AttributeValue.fromSs(List.of("p", "q")));
        client.putItem(request -> request.tableName("connections").item(item));
        assertThat(client.getItem(request -> request.tableName("connections").key(Map.of("id", text("a"))))
                        .item())
                .isEqualTo(item);
    }

    @Test
    void what_is_not_there_is_not_got() {
        assertThat(client.getItem(request -> request.tableName("connections").key(Map.of("id", text("a"))))
                        .hasItem())
                .isFalse();
    }

    @Test
    void what_is_deleted_is_gone_and_was_returned() {
        put("a");
        var deleted = client.deleteItem(request ->
                request.tableName("connections").key(Map.of("id", text("a"))).returnValues(ReturnValue.ALL_OLD));
        assertThat(deleted.attributes()).isEqualTo(Map.of("id", text("a")));
        assertThat(client.scan(request -> request.tableName("connections")).items())
                .isEmpty();
    }

    @Test
    void what_is_not_there_is_deleted_without_a_word() {
        assertThat(client.deleteItem(request -> request.tableName("connections").key(Map.of("id", text("a"))))
                        .hasAttributes())
                .isFalse();
    }

    @Test
    void a_scan_has_pages() {
        IntStream.range(0, 7).forEach(i -> put("c" + i));
        var pages = client
                .scanPaginator(request -> request.tableName("connections").limit(3))
                .stream()
                .map(page -> page.count())
                .toList();
        assertThat(pages).containsExactly(3, 3, 1);
        assertThat(client
                        .scanPaginator(
                                request -> request.tableName("connections").limit(3))
                        .items()
                        .stream()
                        .map(item -> item.get("id").s()))
                .containsExactlyInAnyOrder("c0", "c1", "c2", "c3", "c4", "c5", "c6");
    }

    @Test
    void a_page_has_a_megabyte_at_most() {
        var data = text("x".repeat(300_000));
        for (var id : List.of("a", "b", "c", "d", "e")) {
            client.putItem(request -> request.tableName("connections").item(Map.of("id", text(id), "data", data)));
        }
        var first = client.scan(request -> request.tableName("connections"));
        assertThat(first.count()).isEqualTo(4);
        assertThat(first.lastEvaluatedKey()).isEqualTo(Map.of("id", text("d")));
    }

    @ParameterizedTest
    @CsvSource({"true, '-1, 2, 10'", "false, '10, 2, -1'"})
    void a_query_has_one_partition_in_the_order_of_its_sort_key(boolean forward, String order) {
        List.of("10", "-1", "2").forEach(at -> score("chess", at));
        score("go", "3");
        var found = new ArrayList<String>();
        client.queryPaginator(request -> request.tableName("scores")
                        .keyConditionExpression("#g = :g")
                        .expressionAttributeNames(Map.of("#g", "game"))
                        .expressionAttributeValues(Map.of(":g", text("chess")))
                        .scanIndexForward(forward)
                        .limit(2))
                .items()
                .forEach(item -> found.add(item.get("at").n()));
        assertThat(String.join(", ", found)).isEqualTo(order);
    }

    @Test
    void sort_keys_are_in_the_order_of_their_bytes() {
        server.take(new RegisteredTables(List.of(table("texts", "id:S", "at:S"), table("bytes", "id:S", "at:B"))));
        List.of("\uD83D\uDC4B", "\uFF61", "z", "A").forEach(at -> sorted("texts", text(at)));
        List.of(-1, 0, 127).forEach(at -> sorted("bytes", AttributeValue.fromB(bytes(at))));
        assertThat(client.scan(request -> request.tableName("texts")).items())
                .extracting(item -> item.get("at").s())
                .containsExactly("A", "z", "\uFF61", "\uD83D\uDC4B");
        assertThat(client.scan(request -> request.tableName("bytes")).items())
                .extracting(item -> item.get("at").b())
                .containsExactly(bytes(0), bytes(127), bytes(-1));
    }

    private void sorted(String table, AttributeValue at) {
        client.putItem(request -> request.tableName(table).item(Map.of("id", text("one"), "at", at)));
    }

    private static SdkBytes bytes(int value) {
        return SdkBytes.fromByteArray(new byte[] {(byte) value});
    }

    @Test
    void a_number_is_one_key_however_it_is_written() {
        score("chess", "1");
        score("chess", "1.0");
        assertThat(client.scan(request -> request.tableName("scores")).count()).isEqualTo(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "UpdateItem" + LATER,
                        client -> client.updateItem(
                                request -> request.tableName("connections").key(Map.of("id", text("a"))))),
                refusal("ListTables" + LATER, client -> client.listTables()),
                refusal(
                        "ConditionExpression of PutItem" + LATER,
                        client -> client.putItem(request -> request.tableName("connections")
                                .item(Map.of("id", text("a")))
                                .conditionExpression("attribute_not_exists(id)"))),
                refusal(
                        "FilterExpression of Scan" + LATER,
                        client -> client.scan(
                                request -> request.tableName("connections").filterExpression("a = b"))),
                refusal(
                        "IndexName of Query" + LATER,
                        client -> client.query(
                                request -> request.tableName("connections").indexName("by-user"))),
                refusal(
                        "KeyConditionExpression \"game = :g AND at > :a\", other than \"game = :value\", is not played on "
                                + "localhost",
                        client -> client.query(request ->
                                request.tableName("scores").keyConditionExpression("game = :g AND at > :a"))),
                refusal(
                        "One or more parameter values were invalid: Missing the key id in the item",
                        client -> client.putItem(
                                request -> request.tableName("connections").item(Map.of("name", text("a"))))),
                refusal(
                        "One or more parameter values were invalid: Type mismatch for key id expected: S actual: N",
                        client -> client.putItem(request ->
                                request.tableName("connections").item(Map.of("id", AttributeValue.fromN("1"))))),
                refusal(
                        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain "
                                + "an empty string value. Key: id",
                        client -> client.putItem(
                                request -> request.tableName("connections").item(Map.of("id", text(""))))),
                refusal(
                        "The provided key element does not match the schema",
                        client -> client.getItem(
                                request -> request.tableName("scores").key(Map.of("game", text("chess"))))),
                refusal(
                        "Item size has exceeded the maximum allowed size",
                        client -> client.putItem(request -> request.tableName("connections")
                                .item(Map.of("id", text("a"), "data", text("x".repeat(410_000)))))),
                refusal(
                        "Limit is 0, and must be 1 or more",
                        client -> client.scan(
                                request -> request.tableName("connections").limit(0))),
                refusal(
                        "ReturnValues can only be ALL_OLD or NONE",
                        client -> client.putItem(request -> request.tableName("connections")
                                .item(Map.of("id", text("a")))
                                .returnValues(ReturnValue.UPDATED_NEW))));
    }

    private static Arguments refusal(String message, Consumer<DynamoDbClient> call) {
        return Arguments.of(message, call);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_request_is_refused_with_its_reason(String message, Consumer<DynamoDbClient> call) {
        assertThatThrownBy(() -> call.accept(client))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"))
                .hasMessageStartingWith(message);
    }

    @Test
    void a_table_that_the_stack_has_not_is_not_found() {
        assertThatThrownBy(() -> client.scan(request -> request.tableName("messages")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageStartingWith(
                        "Requested resource not found: Table: messages not found; the stack's tables are "
                                + "connections, scores");
    }

    @Test
    void a_table_is_found_by_its_arn_too() {
        put("a");
        assertThat(client.scan(request ->
                                request.tableName("arn:aws:dynamodb:eu-west-1:000000000000:table/connections"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_table_that_stays_keeps_its_items_and_another_key_makes_a_new_one() {
        put("a");
        score("chess", "1");
        server.take(new RegisteredTables(List.of(table("connections", "id:S"), table("scores", "game:S"))));
        assertThat(client.scan(request -> request.tableName("connections")).count())
                .isEqualTo(1);
        assertThat(client.scan(request -> request.tableName("scores")).count()).isZero();
    }

    @Test
    void a_request_that_is_not_signed_is_refused() throws Exception {
        assertThat(post(Map.of("X-Amz-Target", "DynamoDB_20120810.Scan"), "{}").body())
                .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#MissingAuthenticationTokenException\","
                        + "\"message\":\"Request is missing Authentication Token\"}");
    }

    @Test
    void a_page_of_another_name_is_refused() throws Exception {
        assertThat(post(Map.of("Origin", "https://evil.example"), "{}").body())
                .contains("AccessDeniedException", "Origin https://evil.example is no name of this stack");
    }

    @Test
    void what_is_no_json_is_refused() throws Exception {
        assertThat(post(Map.of("Authorization", "AWS4-HMAC-SHA256 x", "X-Amz-Target", "DynamoDB_20120810.Scan"), "no")
                        .body())
                .contains("SerializationException", "the body is no JSON object");
    }

    private HttpResponse<String> post(Map<String, String> headers, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void names_that_aws_alone_knows_are_those_of_the_resources() {
        var connections = table("connections", "id:S");
        assertThat(new RegisteredTables(List.of(connections)).in("a " + connections.word("name") + " b"))
                .isEqualTo("a connections b");
    }

    @Test
    void a_name_that_the_program_gives_is_the_name() {
        var connections = table("connections", "id:S");
        connections.inputs().put("name", "mine");
        assertThat(new RegisteredTables(List.of(connections)).names()).containsExactly("mine");
    }

    @Test
    void what_has_no_effect_is_told() {
        var connections = table("connections", "id:S");
        connections.inputs().put("streamEnabled", true).put("billingMode", "PAY_PER_REQUEST");
        connections.inputs().putObject("ttl").put("enabled", true);
        assertThat(new RegisteredTables(List.of(connections)).notPlayed())
                .containsExactly(
                        "connections: streamEnabled: has no effect here; ttl: items stay when they have expired, as "
                                + "at AWS they may for days");
    }
}
