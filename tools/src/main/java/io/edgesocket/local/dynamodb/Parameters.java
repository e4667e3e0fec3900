package io.edgesocket.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request asks for. A parameter that isn't played is refused, as it would change what the request means. */
record Parameters(String action, JsonNode json) {
    /** By action: what is played. */
    static final Map<String, Set<String>> PLAYED = Map.of(
            "PutItem", Set.of("TableName", "Item", "ReturnValues"),
            "GetItem", Set.of("TableName", "Key", "ConsistentRead"),
            "DeleteItem", Set.of("TableName", "Key", "ReturnValues"),
            "Scan", Set.of("TableName", "Limit", "ExclusiveStartKey", "ConsistentRead"),
            "Query",
                    Set.of(
                            "TableName",
                            "Limit",
                            "ExclusiveStartKey",
                            "ConsistentRead",
                            "ScanIndexForward",
                            "KeyConditionExpression",
                            "ExpressionAttributeNames",
                            "ExpressionAttributeValues"));

    /** What asks for nothing more. */
    private static final Map<String, String> NOTHING = Map.of(
            "ReturnConsumedCapacity", "NONE",
            "ReturnItemCollectionMetrics", "NONE",
            "ReturnValuesOnConditionCheckFailure", "NONE",
            "Select", "ALL_ATTRIBUTES");

    private static final Pattern EQUALITY = Pattern.compile("\\s*(#?[\\w.-]+)\\s*=\\s*(:\\w+)\\s*");

    static Parameters of(String action, JsonNode json) {
        var played = PLAYED.get(action);
        if (played == null) {
            throw RefusedException.notPlayed(action);
        }
        json.properties().stream()
                .filter(given -> !played.contains(given.getKey()))
                .filter(given -> !given.getValue().asText().equals(NOTHING.get(given.getKey())))
                .findFirst()
                .ifPresent(given -> {
                    throw RefusedException.notPlayed(given.getKey() + " of " + action);
                });
        return new Parameters(action, json);
    }

    String table() {
        return needed("TableName").asText();
    }

    JsonNode needed(String name) {
        var given = json.path(name);
        if (given.isMissingNode() || given.isNull()) {
            throw RefusedException.invalid(name + " of " + action + " is missing");
        }
        return given;
    }

    /** Whether the item that was there is to be in the answer. */
    boolean returnsFormer() {
        var asked = json.path("ReturnValues").asText("NONE");
        if (!Set.of("NONE", "ALL_OLD").contains(asked)) {
            throw RefusedException.invalid("ReturnValues can only be ALL_OLD or NONE");
        }
        return asked.equals("ALL_OLD");
    }

    int limit() {
        var limit = json.path("Limit");
        if (!limit.isMissingNode() && limit.asInt() < 1) {
            throw RefusedException.invalid("Limit is " + limit.asText() + ", and must be 1 or more");
        }
        return limit.asInt(Integer.MAX_VALUE);
    }

    Optional<Key> after(RegisteredTable table) {
        var start = json.path("ExclusiveStartKey");
        return start.isMissingNode() ? Optional.empty() : Optional.of(Key.alone(table, start));
    }

    boolean isBackward() {
        return !json.path("ScanIndexForward").asBoolean(true);
    }

    /**
     * The partition that a Query is for: {@code connectionId = :id}, or {@code #id = :id}.
     *
     * @throws RefusedException for any other condition
     */
    String partition(RegisteredTable table) {
        var condition = needed("KeyConditionExpression").asText();
        var equality = EQUALITY.matcher(condition);
        var key = table.keys().get(0);
        if (!equality.matches() || !name(equality).equals(key.name())) {
            throw RefusedException.notPlayed(
                    "KeyConditionExpression \"" + condition + "\", other than \"" + key.name() + " = :value\",");
        }
        var value = json.path("ExpressionAttributeValues").path(equality.group(2));
        var partition = new RegisteredTable(table.name(), List.of(key));
        var item = JsonNodeFactory.instance.objectNode();
        if (!value.isMissingNode()) {
            item.set(key.name(), value);
        }
        return Key.of(partition, item).partition();
    }

    private String name(Matcher equality) {
        var name = equality.group(1);
        return name.startsWith("#")
                ? json.path("ExpressionAttributeNames").path(name).asText()
                : name;
    }
}
