package io.edgesocket.components.api;

import static io.edgesocket.components.api.ApiGatewayLimits.NAME_MAX;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;

/** Finds whatever AWS would refuse of routes for another stack's API, and what is the owner's. */
final class GuestRoutesChecks {
    private final String name;
    private final GuestRoutesArgs args;
    private final Problems problems;

    GuestRoutesChecks(String name, GuestRoutesArgs args, Problems problems) {
        this.name = name;
        this.args = args;
        this.problems = problems;
    }

    void run() {
        var routes = new RoutesChecks(name, args, problems);
        routes.name(Property.of("name"), name, NAME_MAX);
        problems.unless(!args.routes.isEmpty(), "routes", "none", "add one, or leave the component out");
        args.routes.stream()
                .map(RoutesArgs.Entry::key)
                .filter(RouteKeys.PREDEFINED::contains)
                .distinct()
                .forEach(this::predefined);
        routes.run();
        routes.models();
    }

    /** An API has one of each, and they meet clients and messages that aren't the guest's. */
    private void predefined(String key) {
        problems.add(
                Property.of("routes", key),
                "a route for all clients of the API",
                "leave it to the API's owner: a guest has routes with keys of its own");
    }
}
