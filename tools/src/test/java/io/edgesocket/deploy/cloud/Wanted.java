package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import java.util.UUID;

/** A resource as a program asks for it, in the region of the provider that was asked. */
record Wanted(Urn urn, String region, Struct inputs) {
    static Wanted of(String urn, Struct inputs) {
        return new Wanted(Urn.of(urn), Regions.current(), inputs);
    }

    /** The resource that this becomes, with an id of its own. */
    Resource created() {
        return as(type().idFrom(inputs).orElseGet(Wanted::anyId));
    }

    Resource as(String id) {
        return new Resource(type(), urn.name(), id, region, inputs, type().outputs(inputs, id, region));
    }

    /** A preview knows the inputs and nothing that AWS decides. */
    Struct outputsOfPreview() {
        return type().outputsBeforeCreation(inputs);
    }

    private ResourceType type() {
        return urn.type();
    }

    private static String anyId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }
}
