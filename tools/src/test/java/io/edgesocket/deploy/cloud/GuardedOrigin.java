package io.edgesocket.deploy.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes through what was done to a cloud, and notes whenever CloudFront sends a key that its origin doesn't accept. */
public final class GuardedOrigin {
    private final Map<String, String> apiKeys = new HashMap<>();
    private final Set<String> planned = new HashSet<>();
    private Set<String> checked = Set.of();
    private Set<String> sent = Set.of();
    private final List<String> gaps = new ArrayList<>();

    private GuardedOrigin() {}

    /** What was done just before each time at which a key was sent in vain. */
    public static List<String> gaps(List<Operation> operations) {
        var origin = new GuardedOrigin();
        operations.forEach(origin::play);
        return origin.gaps;
    }

    private void play(Operation operation) {
        var gone = operation.kind() == Operation.Kind.DELETE;
        switch (operation.type()) {
            case "apigateway.ApiKey" -> set(apiKeys, operation.id(), first(operation, "value"), gone);
            case "apigateway.UsagePlanKey" -> set(planned, first(operation, "keyId"), gone);
            case "lambda.Function" -> checked(operation);
            case "cloudfront.Distribution" -> sent = gone ? Set.of() : sentBy(operation);
            default -> {}
        }
        if (!sent.stream().allMatch(this::isAccepted)) {
            gaps.add(operation.toString());
        }
    }

    private void checked(Operation function) {
        if (function.name().equals("guard-function")) {
            checked = Set.of(first(function, "ORIGIN_KEYS").split(","));
        }
    }

    private boolean isAccepted(String key) {
        return checked.contains(key) || planned.stream().map(apiKeys::get).anyMatch(key::equals);
    }

    /** The one thing of a distribution that has a value is a header that it adds. */
    private static Set<String> sentBy(Operation distribution) {
        return Values.textsUnder(distribution.inputs(), "value").collect(Collectors.toSet());
    }

    private static String first(Operation operation, String input) {
        return Stream.concat(Values.textsUnder(operation.inputs(), input), Stream.of(""))
                .findFirst()
                .orElseThrow();
    }

    private static void set(Map<String, String> map, String key, String value, boolean gone) {
        if (gone) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private static void set(Set<String> all, String one, boolean gone) {
        if (gone) {
            all.remove(one);
        } else {
            all.add(one);
        }
    }
}
