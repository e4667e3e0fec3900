package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Optional;

/** The versions of a Lambda function with {@code publish}: each change of it is published as the next number. */
final class Versions {
    private static final String VERSION = "version";

    private Versions() {}

    /** @param before what it was until now, if it was there */
    static Resource published(Resource resource, Optional<Resource> before) {
        if (!isPublished(resource)) {
            return resource;
        }
        var last = before.filter(Versions::isPublished).flatMap(function -> Values.text(function.outputs(), VERSION));
        var next = last.map(Integer::parseInt).orElse(0) + 1;
        return resource.with(withVersion(resource.outputs(), Values.of(String.valueOf(next))));
    }

    /** A preview doesn't know which number is next. */
    static Resource previewed(Resource resource) {
        return isPublished(resource) ? resource.with(withVersion(resource.outputs(), Values.UNKNOWN)) : resource;
    }

    private static boolean isPublished(Resource resource) {
        return resource.isA("lambda.Function")
                && resource.inputs()
                        .getFieldsOrDefault("publish", Values.NOTHING)
                        .getBoolValue();
    }

    private static Struct withVersion(Struct outputs, Value version) {
        var known = outputs.toBuilder().putFields(VERSION, version).build();
        return known.toBuilder()
                .putFields("qualifiedArn", Values.of(Template.fill("{arn}:{" + VERSION + "}", known)))
                .build();
    }
}
