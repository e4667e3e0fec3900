package io.edgesocket.engine;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.pulumi.core.internal.Constants;
import java.util.List;
import java.util.TreeMap;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest.PropertyDependencies;

/**
 * A stack that the program refers to. What it exports is known only where its state is, so its outputs are unknown. What the
 * program makes of them is shown as {@code ${name.outputs}}.
 */
final class OtherStack {
    static final String TYPE = "pulumi:pulumi:StackReference";

    private OtherStack() {}

    static Struct answer(Struct inputs) {
        return inputs.toBuilder()
                .putFields(
                        "outputs",
                        com.google.protobuf.Value.newBuilder()
                                .setStringValue(Constants.UnknownValue)
                                .build())
                .putFields(
                        "secretOutputNames",
                        com.google.protobuf.Value.newBuilder()
                                .setListValue(ListValue.getDefaultInstance())
                                .build())
                .build();
    }

    /** The inputs with a reference to the other stack in the place of what is unknown. */
    static Value.Fields named(Value.Fields inputs, RegisterResourceRequest request) {
        var named = new TreeMap<String, Value>();
        inputs.values()
                .forEach((name, value) -> named.put(
                        name,
                        request
                                .getPropertyDependenciesOrDefault(name, PropertyDependencies.getDefaultInstance())
                                .getUrnsList()
                                .stream()
                                .filter(urn -> urn.contains(TYPE + "::"))
                                .sorted()
                                .findFirst()
                                .map(urn -> named(value, urn))
                                .orElse(value)));
        return new Value.Fields(named);
    }

    private static Value named(Value value, String urn) {
        if (value instanceof Value.Unknown) {
            var name = urn.substring(urn.lastIndexOf("::") + 2);
            return new Value.Text(List.of(new Value.Reference(urn, "outputs", true, "${" + name + ".outputs}")));
        }
        if (value instanceof Value.Items items) {
            return new Value.Items(
                    items.values().stream().map(item -> named(item, urn)).toList());
        }
        if (value instanceof Value.Fields fields) {
            var named = new TreeMap<String, Value>();
            fields.values().forEach((name, field) -> named.put(name, named(field, urn)));
            return new Value.Fields(named);
        }
        return value instanceof Value.Secret secret ? new Value.Secret(named(secret.hidden(), urn)) : value;
    }
}
