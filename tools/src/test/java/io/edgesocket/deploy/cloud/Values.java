package io.edgesocket.deploy.cloud;

import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads property values as the engine writes them: secrets and assets are objects that carry a signature. */
final class Values {
    static final String UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    static final Value UNKNOWN = of(UNKNOWN_TEXT);
    static final Value NOTHING =
            Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

    private Values() {}

    static Value of(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    static Optional<String> text(Struct properties, String name) {
        return Optional.of(plain(properties.getFieldsOrDefault(name, NOTHING)))
                .filter(Value::hasStringValue)
                .map(Value::getStringValue);
    }

    /** Every text under a property of that name, however deep the property is. */
    static Stream<String> textsUnder(Struct properties, String name) {
        return properties.getFieldsMap().entrySet().stream()
                .flatMap(property -> property.getKey().equals(name)
                        ? texts(plain(property.getValue()))
                        : structs(plain(property.getValue())).flatMap(inner -> textsUnder(inner, name)));
    }

    /** Without what has no part in a comparison: that it is secret, and where an asset's bytes came from. */
    static Value plain(Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> plainObject(value.getStructValue());
            case LIST_VALUE ->
                Value.newBuilder()
                        .setListValue(value.getListValue().toBuilder()
                                .clearValues()
                                .addAllValues(value.getListValue().getValuesList().stream()
                                        .map(Values::plain)
                                        .toList()))
                        .build();
            default -> value;
        };
    }

    private static Value plainObject(Struct object) {
        if (object.getFieldsOrDefault(SIGNATURE, NOTHING).getStringValue().equals(SECRET)) {
            return plain(object.getFieldsOrDefault("value", NOTHING));
        }
        if (object.containsFields(SIGNATURE) && object.containsFields("hash")) {
            return object.getFieldsOrThrow("hash");
        }
        var plain = object.getFieldsMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, property -> plain(property.getValue())));
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putAllFields(plain))
                .build();
    }

    private static Stream<Struct> structs(Value value) {
        return value.hasListValue()
                ? value.getListValue().getValuesList().stream().flatMap(Values::structs)
                : Stream.of(value).filter(Value::hasStructValue).map(Value::getStructValue);
    }

    private static Stream<String> texts(Value value) {
        return value.hasListValue()
                ? value.getListValue().getValuesList().stream().flatMap(Values::texts)
                : Stream.of(value).filter(Value::hasStringValue).map(Value::getStringValue);
    }
}
