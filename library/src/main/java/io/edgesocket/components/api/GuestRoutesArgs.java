package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.STAGE_NAME_MAX;

import io.edgesocket.components.internal.Problems;
import java.util.Optional;

/**
 * What {@link GuestRoutes} are made of. Values are checked when the component is made, all at once. The tags are those of its
 * functions too; a function's own tags win over them.
 */
public final class GuestRoutesArgs extends RoutesArgs {
    final SharedApi api;

    private GuestRoutesArgs(Builder from) {
        super("GuestRoutes", from, Optional.empty());
        api = from.api;
    }

    /** @param api the API that the routes are added to */
    public static Builder builder(SharedApi api) {
        return new Builder(api);
    }

    @Override
    protected void check(Problems problems, String name) {
        new GuestRoutesChecks(name, this, problems).run();
    }

    /** Only the owner's stack knows it. */
    @Override
    String longestStageName() {
        return "s".repeat(STAGE_NAME_MAX);
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends RoutesArgs.Builder<Builder> {
        private final SharedApi api;

        private Builder(SharedApi api) {
            this.api = api;
        }

        /**
         * Adds a route; 1 is needed at least. Together with the owner's there may be {@value ApiGatewayLimits#ROUTES_MAX}.
         *
         * @param key what the owner's route selection expression gives for the route's messages: one line of at most
         *            {@value ApiGatewayLimits#ROUTE_KEY_MAX} characters, which neither the owner nor another guest has.
         *            {@code $connect}, {@code $disconnect} and {@code $default} are the owner's
         */
        public Builder route(String key, Route route) {
            add(key, route);
            return this;
        }

        public GuestRoutesArgs build() {
            return new GuestRoutesArgs(this);
        }
    }
}
