package io.edgesocket.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Answers requests as DynamoDB does.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html">The
 *      actions</a>
 */
final class Tables {
    private volatile Map<String, Table> byName = Map.of();

    Tables(List<RegisteredTable> registered) {
        take(registered);
    }

    /** A table that stays as it is keeps its items. */
    void take(List<RegisteredTable> registered) {
        var next = new HashMap<String, Table>();
        for (var table : registered) {
            var former = Optional.ofNullable(byName.get(table.name()))
                    .filter(same -> same.registered().equals(table));
            next.put(table.name(), former.orElseGet(() -> new Table(table)));
        }
        byName = Map.copyOf(next);
    }

    /** @throws RefusedException if DynamoDB would refuse it, or it isn't played */
    ObjectNode answer(String action, JsonNode json) {
        var parameters = Parameters.of(action, json);
        var table = table(parameters.table());
        return switch (action) {
            case "PutItem" -> {
                var returned = parameters.returnsFormer();
                yield one("Attributes", table.put(item(parameters)).filter(former -> returned));
            }
            case "DeleteItem" -> {
                var returned = parameters.returnsFormer();
                yield one("Attributes", table.delete(key(parameters, table)).filter(former -> returned));
            }
            case "GetItem" -> one("Item", table.get(key(parameters, table)));
            case "Scan" ->
                page(table.page(key -> true, parameters.after(table.registered()), false, parameters.limit()));
            case "Query" -> {
                var partition = parameters.partition(table.registered());
                yield page(table.page(
                        key -> key.partition().equals(partition),
                        parameters.after(table.registered()),
                        parameters.isBackward(),
                        parameters.limit()));
            }
            default -> throw RefusedException.notPlayed(action);
        };
    }

    /** A name, or an ARN that ends with it. */
    private Table table(String name) {
        return Optional.ofNullable(byName.get(name.replaceFirst("^arn:.*:table/", "")))
                .orElseThrow(() -> RefusedException.of(
                        "ResourceNotFoundException",
                        "Requested resource not found: Table: " + name + " not found; the stack's tables are "
                                + String.join(", ", new TreeSet<>(byName.keySet()))));
    }

    private static Key key(Parameters parameters, Table table) {
        return Key.alone(table.registered(), parameters.needed("Key"));
    }

    private static JsonNode item(Parameters parameters) {
        var item = parameters.needed("Item");
        if (ItemSize.of(item) > ItemSize.MAX) {
            throw RefusedException.invalid("Item size has exceeded the maximum allowed size");
        }
        return item;
    }

    private static ObjectNode one(String name, Optional<JsonNode> item) {
        var answer = JsonNodeFactory.instance.objectNode();
        item.ifPresent(found -> answer.set(name, found));
        return answer;
    }

    private static ObjectNode page(Table.Page page) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("Items").addAll(page.items());
        answer.put("Count", page.items().size())
                .put("ScannedCount", page.items().size());
        page.last().ifPresent(last -> answer.set("LastEvaluatedKey", last.json()));
        return answer;
    }
}
