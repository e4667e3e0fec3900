package io.edgesocket.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * How many bytes an item has: its attributes' names and values.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB item
 *      sizes and formats</a>
 */
final class ItemSize {
    /** Of one item. */
    static final int MAX = 400 * 1024;
    /** Of one page of a Scan or a Query. */
    static final int PAGE_MAX = 1024 * 1024;

    private static final int CONTAINER = 3;

    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");

    private ItemSize() {}

    /** @throws RefusedException if a value is none of DynamoDB's */
    static int of(JsonNode item) {
        return item.properties().stream()
                .mapToInt(attribute -> text(attribute.getKey()) + value(attribute.getValue()))
                .sum();
    }

    /** @param value {@code {"S": "a"}} */
    private static int value(JsonNode value) {
        if (!value.isObject()
                || value.size() != 1
                || !TYPES.contains(value.fieldNames().next())) {
            throw RefusedException.invalid(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }
        var typed = value.properties().iterator().next();
        var content = typed.getValue();
        return switch (typed.getKey()) {
            case "N" -> number(content.asText());
            case "B" -> content.asText().length() * 3 / 4;
            case "BOOL", "NULL" -> 1;
            case "M" -> CONTAINER + content.size() + of(content);
            case "L" -> CONTAINER + content.size() + sum(content, ItemSize::value);
            case "NS" -> sum(content, each -> number(each.asText()));
            default -> content.isArray() ? sum(content, each -> text(each.asText())) : text(content.asText());
        };
    }

    private static int sum(JsonNode values, ToIntFunction<JsonNode> size) {
        var sum = 0;
        for (var value : values) {
            sum += size.applyAsInt(value);
        }
        return sum;
    }

    private static int number(String digits) {
        return (digits.length() + 1) / 2 + 1;
    }

    private static int text(String text) {
        return text.getBytes(UTF_8).length;
    }
}
