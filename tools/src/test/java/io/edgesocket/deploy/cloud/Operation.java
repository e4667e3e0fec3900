package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import java.util.Locale;

/**
 * One thing that was done to a cloud.
 *
 * @param type   the resource's type, such as {@code apigatewayv2.Stage}
 * @param name   the resource's name in the program
 * @param id     its id in AWS
 * @param region where it was done
 * @param inputs what the resource has after it, or had before it was deleted
 */
public record Operation(Kind kind, String type, String name, String id, String region, Struct inputs) {
    public enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    static Operation of(Kind kind, Resource resource) {
        return new Operation(
                kind, resource.type().name(), resource.name(), resource.id(), resource.region(), resource.inputs());
    }

    /** For instance {@code update apigatewayv2.Stage chat-stage}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + type + " " + name;
    }
}
