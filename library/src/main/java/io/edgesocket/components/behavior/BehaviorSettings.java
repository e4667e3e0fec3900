package io.edgesocket.components.behavior;

import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a cache behavior says, but for its path, its origin and its code. Policies are given by their ids. */
public record BehaviorSettings(
        Input cachePolicy,
        Optional<Input> originRequestPolicy,
        Optional<Input> responseHeadersPolicy,
        ViewerProtocol viewerProtocol,
        AllowedMethods methods) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public BehaviorSettings cachePolicy(Input id) {
        return new BehaviorSettings(id, originRequestPolicy, responseHeadersPolicy, viewerProtocol, methods);
    }

    public BehaviorSettings originRequestPolicy(Input id) {
        return new BehaviorSettings(cachePolicy, Optional.of(id), responseHeadersPolicy, viewerProtocol, methods);
    }

    public BehaviorSettings responseHeadersPolicy(Optional<Input> id) {
        return new BehaviorSettings(cachePolicy, originRequestPolicy, id, viewerProtocol, methods);
    }

    public BehaviorSettings viewerProtocol(ViewerProtocol protocol) {
        return new BehaviorSettings(cachePolicy, originRequestPolicy, responseHeadersPolicy, protocol, methods);
    }

    public BehaviorSettings methods(AllowedMethods allowed) {
        return new BehaviorSettings(cachePolicy, originRequestPolicy, responseHeadersPolicy, viewerProtocol, allowed);
    }

    public void check(Problems problems, Property origin) {
        checkId(problems, origin.then("cachePolicy"), cachePolicy, "ManagedCachePolicy");
        originRequestPolicy.ifPresent(
                id -> checkId(problems, origin.then("originRequestPolicy"), id, "ManagedOriginRequestPolicy"));
        responseHeadersPolicy.ifPresent(
                id -> checkId(problems, origin.then("responseHeadersPolicy"), id, "ManagedResponseHeadersPolicy"));
    }

    private static void checkId(Problems problems, Property property, Input id, String managed) {
        id.known()
                .ifPresent(text -> problems.unless(
                        ID.matcher(text).matches(),
                        property,
                        '"' + text + '"',
                        "a policy's id, such as 658327ea-f89d-4fab-a63d-7e88639e58f6, or one of " + managed));
    }

    /**
     * Adds a problem for each of AWS's policies that sends the viewer's {@code Host} to the origin.
     *
     * @param because what the origin does then
     */
    public void checkHostStays(Problems problems, Property origin, String because) {
        cachePolicy
                .known()
                .flatMap(ManagedCachePolicy::of)
                .filter(ManagedCachePolicy::forwardsHost)
                .ifPresent(policy -> problems.add(
                        origin.then("cachePolicy"),
                        policy.name(),
                        "one without Host in its key, such as CACHING_DISABLED: " + because));
        originRequestPolicy
                .flatMap(Input::known)
                .flatMap(ManagedOriginRequestPolicy::of)
                .filter(ManagedOriginRequestPolicy::forwardsHost)
                .ifPresent(policy -> problems.add(
                        origin.then("originRequestPolicy"),
                        policy.name(),
                        "one that doesn't forward Host, such as ALL_VIEWER_EXCEPT_HOST_HEADER: " + because));
    }
}
