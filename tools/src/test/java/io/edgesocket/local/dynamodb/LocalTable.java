package io.edgesocket.local.dynamodb;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table of connections on this machine, as AWS's SDK sees it. */
public record LocalTable(DynamoDbClient client, String name) implements AutoCloseable {
    public static LocalTable of(URI address, String name) {
        return new LocalTable(client(address), name);
    }

    public static DynamoDbClient client(URI address) {
        return DynamoDbClient.builder()
                .endpointOverride(address)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Who is connected, by the table: pages of one, so that there are several. */
    public List<String> ids() {
        return client.scanPaginator(request -> request.tableName(name).limit(1)).items().stream()
                .map(item -> item.get("connectionId").s())
                .toList();
    }

    /** Puts in a connection of an hour ago, that no client has. */
    public void putGone(String id) {
        var now = Instant.now().getEpochSecond();
        client.putItem(request -> request.tableName(name)
                .item(Map.of(
                        "connectionId", AttributeValue.fromS(id),
                        "connectedAt", AttributeValue.fromN(String.valueOf(now - 3_600)),
                        "expires", AttributeValue.fromN(String.valueOf(now + 3_600)))));
    }

    /** Waits until the last connection has ended. */
    public void awaitEmpty() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!ids().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still there: " + ids());
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
