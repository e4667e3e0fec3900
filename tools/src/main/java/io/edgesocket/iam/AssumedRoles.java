package io.edgesocket.iam;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The providers of a program that act as another role than the stack's own. What they make needs rights of that role; the
 * stack's needs to act as it.
 *
 * @param byProvider the roles' ARNs, by the providers' URNs
 */
record AssumedRoles(Map<String, String> byProvider) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param own the stack's {@code aws:assumeRole}, which other providers of the stack have too */
    static AssumedRoles of(List<Registration> resources, Optional<String> own) {
        var roles = new TreeMap<String, String>();
        var ofStack = own.flatMap(AssumedRoles::arn);
        resources.stream()
                .filter(resource -> resource.type().equals("pulumi:providers:aws"))
                .forEach(provider -> given(provider)
                        .flatMap(AssumedRoles::arn)
                        .filter(arn -> !ofStack.equals(Optional.of(arn)))
                        .ifPresent(arn -> roles.put(provider.urn(), arn)));
        return new AssumedRoles(roles);
    }

    private static Optional<String> given(Registration provider) {
        return Optional.ofNullable(provider.inputs().values().get("assumeRole"))
                .map(value -> value instanceof Value.Secret secret ? secret.hidden() : value)
                .filter(Value.Text.class::isInstance)
                .map(text -> ((Value.Text) text).asGiven());
    }

    /** The ARN alone: an external id stays where it is. */
    private static Optional<String> arn(String role) {
        try {
            return Optional.of(JSON.readTree(role).path("roleArn").asText("")).filter(arn -> !arn.isEmpty());
        } catch (IOException noRole) {
            return Optional.empty();
        }
    }

    boolean make(Registration resource) {
        return byProvider.containsKey(resource.provider());
    }

    Stream<Granted> granted() {
        return byProvider.isEmpty()
                ? Stream.empty()
                : Stream.of(new Granted(
                        "AssumeRoles",
                        "acting as the roles that make what is in other accounts; what these need there is for them to be allowed",
                        byProvider.values().stream().distinct().sorted().toList(),
                        Map.of(),
                        List.of("sts:AssumeRole"),
                        List.of(),
                        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html"));
    }
}
