package io.edgesocket.engine;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * The keys of the items in an output's list. Most such lists have one item, with the key 0. A certificate has a
 * validation option for each of its names, and a program finds them by name:
 * {@code domainValidationOptions[example.com]}.
 */
record ListKeys(RegisterResourceRequest request) {
    private static final String OPTIONS = "domainValidationOptions";
    private static final String NAME = "].domainName";

    List<String> of(String list) {
        return isOfCertificate() && list.equals(OPTIONS) ? names() : List.of("0");
    }

    /** The item's key, if the path is that of the property that holds it. */
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
