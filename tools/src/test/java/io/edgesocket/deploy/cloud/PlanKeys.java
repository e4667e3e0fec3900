package io.edgesocket.deploy.cloud;

import java.util.Collection;

/** What AWS tells of a key's place in a usage plan: the key itself, in plain text. */
final class PlanKeys {
    private PlanKeys() {}

    static Resource told(Resource resource, Collection<Resource> existing) {
        if (!resource.isA("apigateway.UsagePlanKey")) {
            return resource;
        }
        return existing.stream()
                .filter(key -> key.isA("apigateway.ApiKey"))
                .filter(key -> resource.inputsNamed("keyId").anyMatch(key::isMeantBy))
                .flatMap(key -> key.inputsNamed("value"))
                .map(value -> resource.with(resource.outputs().toBuilder()
                        .putFields("value", Values.of(value))
                        .build()))
                .findFirst()
                .orElse(resource);
    }
}
