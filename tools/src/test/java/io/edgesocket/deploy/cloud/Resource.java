package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import java.util.stream.Stream;

/**
 * A resource that exists.
 *
 * @param name    its name in the program
 * @param id      its id in AWS
 * @param inputs  what the program gave
 * @param outputs the inputs and what AWS adds to them
 */
record Resource(ResourceType type, String name, String id, String region, Struct inputs, Struct outputs) {

    /** What no two resources share. A stage's id is unique in its API only. */
    record Key(String type, String id, String apiId) {}

    Key key() {
        return new Key(type.name(), id, Values.text(inputs, "apiId").orElse(""));
    }

    Resource with(Struct changed) {
        return new Resource(type, name, id, region, inputs, changed);
    }

    boolean isA(String typeName) {
        return type.name().equals(typeName);
    }

    String routeKey() {
        return Values.text(inputs, "routeKey").orElse("");
    }

    /** The texts of every input of that name, however deep it is. */
    Stream<String> inputsNamed(String input) {
        return Values.textsUnder(inputs, input);
    }

    /** Whether one of this resource's inputs names the other. */
    boolean needs(Resource other) {
        return type.needs().entrySet().stream()
                .filter(need -> other.isA(need.getValue()) && isOfItsApi(other))
                .anyMatch(need -> inputsNamed(need.getKey()).anyMatch(other::isMeantBy));
    }

    /** Each of two APIs may have a stage of the same id. */
    private boolean isOfItsApi(Resource other) {
        var apis = inputsNamed("apiId").toList();
        return other.key().apiId().isEmpty()
                || apis.isEmpty()
                || apis.contains(other.key().apiId());
    }

    /**
     * Whether this is what another resource's input names: by id, by ARN, by path, as {@code integrations/id}, or by one of
     * its versions.
     */
    boolean isMeantBy(String reference) {
        return reference.equals(id)
                || reference.endsWith("/" + id)
                || Values.text(outputs, "arn")
                        .filter(arn -> reference.equals(arn) || reference.startsWith(arn + ":"))
                        .isPresent();
    }

    @Override
    public String toString() {
        return type.name() + " " + name;
    }
}
