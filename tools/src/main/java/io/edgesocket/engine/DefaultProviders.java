package io.edgesocket.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;

/**
 * Default providers that a stack does without: each resource must then be given a provider, as Pulumi refuses others.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/resources/providers/#disabling-default-providers">Disabling them</a>
 */
record DefaultProviders(List<String> disabled) {
    private static final String KEY = "pulumi:disable-default-providers";

    /** @throws ProjectException if the setting is no list of packages */
    static DefaultProviders of(StackConfig stack) {
        var written = stack.value(KEY).orElse("");
        try {
            return new DefaultProviders(
                    written.isEmpty()
                            ? List.of()
                            : Stream.of(new ObjectMapper().readValue(written, String[].class))
                                    .map(String::strip)
                                    .toList());
        } catch (JsonProcessingException e) {
            throw new ProjectException(
                    KEY + ": " + written + "; must be a list of packages, such as [aws], or [\"*\"] for all");
        }
    }

    /** @throws ProgramException if a resource has no other provider */
    void check(List<Registration> resources) {
        var refused = resources.stream()
                .filter(resource -> resource.custom()
                        && (disabled.contains(resource.provider())
                                || disabled.contains("*")
                                        && !resource.provider().contains("::")
                                        && !resource.type().startsWith("pulumi:")))
                .map(Registration::name)
                .toList();
        if (!refused.isEmpty()) {
            throw new ProgramException(KEY + " leaves " + refused.size() + " resources without a provider, "
                    + refused.get(0) + " first: give their components one, with "
                    + "ComponentResourceOptions.builder().provider(…), or take the setting away");
        }
    }
}
