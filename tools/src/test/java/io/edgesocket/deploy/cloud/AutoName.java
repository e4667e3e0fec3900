package io.edgesocket.deploy.cloud;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.UUID;

/**
 * Names what the program left unnamed after its name in the program and some random digits, once: an update keeps the
 * name. {@code __defaults} says which inputs were filled, as Pulumi's own provider does it.
 */
final class AutoName {
    static final String DEFAULTS = "__defaults";

    private AutoName() {}

    static Struct fill(Urn urn, Struct inputs, Struct before) {
        var filled = urn.type().autoNamed().filter(input -> !inputs.containsFields(input));
        return filled.map(input -> inputs.toBuilder()
                        .putFields(input, wasFilled(before, input) ? before.getFieldsOrThrow(input) : name(urn))
                        .putFields(DEFAULTS, list(input))
                        .build())
                .orElseGet(() -> inputs.toBuilder().putFields(DEFAULTS, list()).build());
    }

    static boolean wasFilled(Struct inputs, String input) {
        return Values.textsUnder(inputs, DEFAULTS).anyMatch(input::equals);
    }

    private static Value name(Urn urn) {
        return Values.of(urn.name() + "-" + UUID.randomUUID().toString().substring(0, 7));
    }

    private static Value list(String... texts) {
        var list = ListValue.newBuilder();
        for (var text : texts) {
            list.addValues(Values.of(text));
        }
        return Value.newBuilder().setListValue(list).build();
    }
}
