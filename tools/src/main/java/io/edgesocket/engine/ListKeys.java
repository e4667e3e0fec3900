package io.edgesocket.engine;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * What tells the items of an output's list apart. Most such lists have one item, 0. A certificate has a validation option
 * for each of its names, and a program looks for them by name: {@code domainValidationOptions[example.com]}.
 */
record ListKeys(RegisterResourceRequest request) {
    private static final String OPTIONS = "domainValidationOptions";
    private static final String NAME = "].domainName";

    List<String> of(String list) {
        return isOfCertificate() && list.equals(OPTIONS) ? names() : List.of("0");
    }

    /** The key at this path, if a key is what the item has there. */
    Optional<String> at(String path) {
        return isOfCertificate() && path.startsWith(OPTIONS + "[") && path.endsWith(NAME)
                ? Optional.of(path.substring(OPTIONS.length() + 1, path.length() - NAME.length()))
                : Optional.empty();
    }

    private boolean isOfCertificate() {
        return request.getType().equals("aws:acm/certificate:Certificate");
    }

    private List<String> names() {
        var inputs = request.getObject();
        var others = inputs.getFieldsOrDefault("subjectAlternativeNames", Value.getDefaultInstance())
                .getListValue();
        return Stream.concat(Stream.of(text(inputs, "domainName")), others.getValuesList().stream())
                .map(Value::getStringValue)
                .distinct()
                .toList();
    }

    private static Value text(Struct inputs, String name) {
        return inputs.getFieldsOrDefault(name, Value.getDefaultInstance());
    }
}
