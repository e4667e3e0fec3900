package io.edgesocket.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.dynamodb.RegisteredTable.KeyAttribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an item is found by. Keys are in the order of their numbers, or of their bytes, texts in UTF-8. That is DynamoDB's order
 * of sort keys; it has none of partition keys that one could rely on.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key
 *     conditions of a Query</a>
 */
record Key(List<KeyAttribute> attributes, List<String> values) implements Comparable<Key> {
    private static final String INVALID = "One or more parameter values were invalid: ";
    /**
     * Of a number, 9.9E125 or 1E-130.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Data
     *     types</a>
     */
    private static final int MAGNITUDE_MAX = 130;

    /** @throws RefusedException if the item hasn't all of the key's attributes */
    static Key of(RegisteredTable table, JsonNode item) {
        var values = new ArrayList<String>();
        for (var attribute : table.keys()) {
            values.add(value(attribute, item.path(attribute.name())));
        }
        return new Key(table.keys(), List.copyOf(values));
    }

    /** @throws RefusedException if there is anything else than the key */
    static Key alone(RegisteredTable table, JsonNode key) {
        var names = table.keys().stream().map(KeyAttribute::name).collect(Collectors.toSet());
        var given = key.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (!given.equals(names)) {
            throw RefusedException.invalid("The provided key element does not match the schema");
        }
        return of(table, key);
    }

    private static String value(KeyAttribute attribute, JsonNode given) {
        if (given.isMissingNode()) {
            throw RefusedException.invalid(INVALID + "Missing the key " + attribute.name() + " in the item");
        }
        var types = given.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (!types.equals(Set.of(attribute.type()))) {
            throw RefusedException.invalid(INVALID + "Type mismatch for key " + attribute.name() + " expected: "
                    + attribute.type() + " actual: " + String.join(", ", types));
        }
        var value = given.path(attribute.type()).asText();
        if (value.isEmpty()) {
            throw RefusedException.invalid(
                    "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an "
                            + "empty string value. Key: " + attribute.name());
        }
        return switch (attribute.type()) {
            case "N" -> number(value);
            case "B" -> base64(value);
            default -> value;
        };
    }

    /** The same number is the same key, however it is written. */
    private static String number(String text) {
        try {
            var number = new BigDecimal(text);
            if (Math.abs((long) number.precision() - number.scale()) > MAGNITUDE_MAX) {
                throw RefusedException.invalid(
                        "Number overflow. Attempting to store a number with magnitude larger than "
                                + "supported range");
            }
            return number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            throw RefusedException.invalid("The parameter cannot be converted to a numeric value: " + text);
        }
    }

    private static String base64(String text) {
        try {
            return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw RefusedException.of("SerializationException", "a key's value of type B is no Base64: " + text);
        }
    }

    String partition() {
        return values.get(0);
    }

    /** As requests and answers have it. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < attributes.size(); i++) {
            json.putObject(attributes.get(i).name()).put(attributes.get(i).type(), values.get(i));
        }
        return json;
    }

    @Override
    public int compareTo(Key other) {
        for (int i = 0; i < attributes.size(); i++) {
            var compared = compare(attributes.get(i).type(), values.get(i), other.values.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static int compare(String type, String one, String other) {
        return switch (type) {
            case "N" -> new BigDecimal(one).compareTo(new BigDecimal(other));
            case "B" -> Arrays.compareUnsigned(bytes(one), bytes(other));
            default -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
        };
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
