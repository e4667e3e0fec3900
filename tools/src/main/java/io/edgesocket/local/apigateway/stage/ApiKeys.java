package io.edgesocket.local.apigateway.stage;

import java.util.List;

/** The API keys that a stage takes: enabled, and in a usage plan for it. */
public record ApiKeys(List<PlannedKey> keys) {
    public ApiKeys {
        keys = List.copyOf(keys);
    }

    /**
     * Takes one of the requests that the key's plan lets through.
     *
     * @return the key
     * @throws GatewayErrorException if it is no key of this stage, or its plan allows no more requests
     */
    public PlannedKey admit(String value) {
        var key = keys.stream()
                .filter(planned -> planned.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new GatewayErrorException(
                        GatewayError.NO_API_KEY,
                        value.isEmpty()
                                ? "no API key was sent"
                                : "the API key that was sent is none of this stage's " + keys.size()));
        key.admit();
        return key;
    }
}
