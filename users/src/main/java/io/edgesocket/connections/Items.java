package io.edgesocket.connections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table: an item for each connection. */
record Items(DynamoDbClient dynamoDb, String table) {
    /** The environment variable that names the table. */
    static final String TABLE_VARIABLE = "CONNECTIONS_TABLE";

    private static final String ID = "connectionId";
    private static final String CONNECTED_AT = "connectedAt";
    /** DynamoDB deletes an item after this time, in seconds since 1970. */
    private static final String EXPIRES = "expires";

    /** @throws IllegalStateException if the environment names no table */
    static Items in(Map<String, String> environment) {
        var table = Optional.ofNullable(environment.get(TABLE_VARIABLE))
                .orElseThrow(() -> new IllegalStateException(
                        TABLE_VARIABLE + " is missing from the environment: ConnectionTable.broadcasting(…) sets it"));
        return new Items(
                DynamoDbClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .build(),
                table);
    }

    void add(KnownConnection connection) {
        dynamoDb.putItem(request -> request.tableName(table)
                .item(Map.of(
                        ID, text(connection.id()),
                        CONNECTED_AT, number(connection.connectedAt()),
                        EXPIRES, number(connection.expires()))));
    }

    /** Does nothing if it isn't there. */
    void remove(String id) {
        dynamoDb.deleteItem(request -> request.tableName(table).key(Map.of(ID, text(id))));
    }

    /** All, as DynamoDB pages them: each page is fetched when it is asked for. */
    Stream<List<KnownConnection>> pages() {
        return dynamoDb.scanPaginator(request -> request.tableName(table)).stream()
                .map(page -> page.items().stream().map(Items::connection).toList());
    }

    private static KnownConnection connection(Map<String, AttributeValue> item) {
        return new KnownConnection(
                item.get(ID).s(),
                Instant.ofEpochSecond(Long.parseLong(item.get(CONNECTED_AT).n())));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(Instant time) {
        return AttributeValue.fromN(String.valueOf(time.getEpochSecond()));
    }
}
