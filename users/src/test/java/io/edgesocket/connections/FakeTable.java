package io.edgesocket.connections;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The table {@code connections}, in pages of a few items. */
final class FakeTable implements DynamoDbClient {
    static final String NAME = "connections";
    private static final int PAGE = 3;

    private final Map<String, Map<String, AttributeValue>> items = new ConcurrentHashMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();

    Items items() {
        return new Items(this, NAME);
    }

    Map<String, AttributeValue> item(String id) {
        return items.get(id);
    }

    Set<String> ids() {
        return Set.copyOf(items.keySet());
    }

    Set<String> removed() {
        return Set.copyOf(removed);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        check(request.tableName());
        items.put(request.item().get("connectionId").s(), request.item());
        return PutItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        check(request.tableName());
        var id = request.key().get("connectionId").s();
        removed.add(id);
        items.remove(id);
        return DeleteItemResponse.builder().build();
    }

    /** As DynamoDB does: the key of a full page's last item says that there may be more. */
    @Override
    public ScanResponse scan(ScanRequest request) {
        check(request.tableName());
        var sorted = new TreeMap<>(items);
        var rest = request.hasExclusiveStartKey()
                ? sorted.tailMap(request.exclusiveStartKey().get("connectionId").s(), false)
                : sorted;
        var page = rest.values().stream().limit(PAGE).toList();
        var response = ScanResponse.builder().items(page);
        if (page.size() == PAGE) {
            response.lastEvaluatedKey(Map.of("connectionId", page.get(PAGE - 1).get("connectionId")));
        }
        return response.build();
    }

    private static void check(String table) {
        if (!table.equals(NAME)) {
            throw new AssertionError(table);
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
