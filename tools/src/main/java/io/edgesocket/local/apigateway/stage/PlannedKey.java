package io.edgesocket.local.apigateway.stage;

import java.util.Optional;

/**
 * An API key in a usage plan.
 *
 * @param name     of its resource in the program
 * @param plan     the name of the usage plan's resource in the program
 * @param throttle of this key alone; empty if the plan has none
 * @param quota    of this key alone; empty if the plan has none
 */
public record PlannedKey(
        String value, String name, String plan, Optional<TokenBucket> throttle, Optional<Quota> quota) {

    /** A request that is throttled doesn't count towards the quota. */
    void admit() {
        if (throttle.isPresent() && !throttle.get().take()) {
            throw new GatewayErrorException(
                    GatewayError.PLAN_THROTTLED,
                    "more requests with " + name + " than the throttling of " + plan + " allows");
        }
        if (quota.isPresent() && !quota.get().take()) {
            throw new GatewayErrorException(
                    GatewayError.QUOTA_EXCEEDED, name + " has had " + quota.get() + " of " + plan);
        }
    }

    /** The value is a secret. */
    @Override
    public String toString() {
        return name + " of " + plan;
    }
}
