package io.edgesocket.engine;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.pulumi.core.annotations.CustomType;
import com.pulumi.resources.Resource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * Answers a registration as AWS would after a deployment, with unique values of the right form. So the program can
 * compute with them. Afterwards {@link References} turns them into references.
 */
final class StandIns {
    /** What AWS adds to an object among the inputs: where DNS leads a custom domain name to. */
    private static final Map<String, List<String>> ADDED =
            Map.of("domainNameConfiguration", List.of("targetDomainName", "hostedZoneId"));

    private final References references = new References();
    private final Map<String, String> regions = new HashMap<>();
    private final String defaultRegion;

    StandIns(StackConfig stack) {
        defaultRegion = stack.value("aws:region").orElse("us-east-1");
    }

    /** @param outputs the inputs as given, and a stand-in for every further output */
    record Answer(String id, Struct outputs) {}

    synchronized Answer answer(String urn, Resource resource, RegisterResourceRequest request) {
        if (request.getType().equals("pulumi:providers:aws")) {
            regions.put(
                    urn,
                    request.getObject()
                            .getFieldsOrDefault("region", text(defaultRegion))
                            .getStringValue());
        }
        if (request.getType().equals(OtherStack.TYPE)) {
            return new Answer("", OtherStack.answer(request.getObject()));
        }
        var answering = new Answering(urn, new Shapes(urn, regionOf(request)), new ListKeys(request));
        return new Answer(answering.text("id").getStringValue(), answering.outputs(resource, request.getObject()));
    }

    /** From major version 7 of the provider on, a resource may name its own. */
    private String regionOf(RegisterResourceRequest request) {
        var own = request.getObject().getFieldsOrDefault("region", text("")).getStringValue();
        return own.isEmpty() ? regions.getOrDefault(Wire.providerUrn(request), defaultRegion) : own;
    }

    /** Answers a function of the provider from the configuration and the arguments. */
    synchronized Struct invoke(String function, Struct args) {
        return new Invocations(defaultRegion, references).answer(function, args);
    }

    /** A text with its stand-ins turned into references. */
    Value read(String text) {
        return references.read(text);
    }

    Optional<Value.Reference> behind(double number) {
        return references.behind(number);
    }

    private static com.google.protobuf.Value text(String text) {
        return com.google.protobuf.Value.newBuilder().setStringValue(text).build();
    }

    /** The answer for one resource. */
    private final class Answering {
        private final String urn;
        private final Shapes shapes;
        private final ListKeys keys;

        Answering(String urn, Shapes shapes, ListKeys keys) {
            this.urn = urn;
            this.shapes = shapes;
            this.keys = keys;
        }

        Struct outputs(Resource resource, Struct inputs) {
            var all = Struct.newBuilder();
            for (var output : Exports.of(resource.getClass())) {
                if (inputs.containsFields(output.name())) {
                    all.putFields(output.name(), completed(output.name(), inputs.getFieldsOrThrow(output.name())));
                } else if (!output.optional()) {
                    all.putFields(output.name(), value(output.name(), output.type()));
                }
            }
            return all.build();
        }

        /** An object that the program gave, with what AWS adds to it. */
        private com.google.protobuf.Value completed(String output, com.google.protobuf.Value given) {
            var added = ADDED.getOrDefault(output, List.of());
            if (added.isEmpty() || !given.hasStructValue()) {
                return given;
            }
            var object = given.getStructValue().toBuilder();
            added.stream()
                    .filter(field -> !object.containsFields(field))
                    .forEach(field -> object.putFields(field, text(output + "." + field)));
            return com.google.protobuf.Value.newBuilder().setStructValue(object).build();
        }

        private com.google.protobuf.Value value(String path, Type type) {
            if (type instanceof ParameterizedType generic) {
                return container(path, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
            }
            if (type == Boolean.class) {
                return com.google.protobuf.Value.newBuilder()
                        .setBoolValue(false)
                        .build();
            }
            if (type == Integer.class || type == Double.class) {
                return number(path);
            }
            return type instanceof Class<?> custom && custom.isAnnotationPresent(CustomType.class)
                    ? object(path, custom)
                    : text(path);
        }

        private com.google.protobuf.Value container(String path, Class<?> container, Type[] elements) {
            if (container == List.class) {
                var items = ListValue.newBuilder();
                keys.of(path).forEach(key -> items.addValues(value(path + "[" + key + "]", elements[0])));
                return com.google.protobuf.Value.newBuilder()
                        .setListValue(items)
                        .build();
            }
            return container == Map.class
                    ? com.google.protobuf.Value.newBuilder()
                            .setStructValue(Struct.getDefaultInstance())
                            .build()
                    : value(path, elements[0]);
        }

        /** All properties, also the optional ones: where AWS makes the object, AWS sets them. */
        private com.google.protobuf.Value object(String path, Class<?> custom) {
            var fields = Struct.newBuilder();
            Exports.properties(custom)
                    .forEach(property ->
                            fields.putFields(property.name(), value(path + "." + property.name(), property.type())));
            return com.google.protobuf.Value.newBuilder().setStructValue(fields).build();
        }

        private com.google.protobuf.Value number(String path) {
            var number = shapes.number(path);
            references.add(number, new Value.Reference(urn, path, true, String.valueOf(number)));
            return com.google.protobuf.Value.newBuilder().setNumberValue(number).build();
        }

        com.google.protobuf.Value text(String path) {
            var key = keys.at(path);
            return key.isPresent() ? StandIns.text(key.get()) : standIn(path);
        }

        private com.google.protobuf.Value standIn(String path) {
            var standIn = shapes.text(path);
            references.add(new Value.Reference(urn, path, true, standIn));
            return StandIns.text(standIn);
        }
    }
}
