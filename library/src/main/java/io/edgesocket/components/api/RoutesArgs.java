package io.edgesocket.components.api;

import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.authorization.RouteAuthorization;
import io.edgesocket.components.functions.FunctionTarget;
import io.edgesocket.components.internal.TaggedArgs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Routes that one stack adds to an API, which may be its own or another stack's. */
abstract class RoutesArgs extends TaggedArgs {
    final List<Entry> routes;
    final Optional<OriginGuard> guard;

    /**
     * A route under its key.
     *
     * @param access what a client must bring to use it: what the route asks for, and at {@code $connect} the guard's key
     */
    record Entry(String key, Route route, RouteAuthorization access) {
        Entry(String key, Route route) {
            this(key, route, route.access);
        }

        boolean isConnect() {
            return key.equals(RouteKeys.CONNECT);
        }

        Entry guardedBy(OriginGuard guard) {
            return isConnect() ? new Entry(key, route, guard.locked(route.access)) : this;
        }
    }

    RoutesArgs(String component, Builder<?> from, Optional<OriginGuard> guard) {
        super(component, from);
        this.guard = guard;
        routes = from.routes.stream()
                .map(entry -> guard.map(entry::guardedBy).orElse(entry))
                .toList();
    }

    /** The name of the stage that the routes are on, or a name as long as any, if it is known only after deployment. */
    abstract String longestStageName();

    /** The name of the API's own, if this stack knows of one. */
    Optional<ApiDomain> domain() {
        return Optional.empty();
    }

    /** The functions that routes lead to, in the order of the routes. */
    Set<FunctionTarget> routeFunctions() {
        var functions = new LinkedHashSet<FunctionTarget>();
        for (var entry : routes) {
            if (entry.route().target instanceof Target.Function target) {
                functions.add(target.function());
            }
        }
        return functions;
    }

    /** The authorizers that routes ask: one at most, as only {@code $connect} may ask any. */
    Stream<RequestAuthorizer> authorizers() {
        return routes.stream()
                .flatMap(entry -> entry.access().authorizer().stream())
                .distinct();
    }

    /** The models that messages are held against. */
    Stream<RequestModel> models() {
        return routes.stream()
                .flatMap(entry -> entry.route().validation.models().values().stream())
                .distinct();
    }

    /** @param <B> the builder itself, which each of its methods gives back */
    abstract static class Builder<B extends Builder<B>> extends TaggedArgs.Builder<B> {
        private final List<Entry> routes = new ArrayList<>();

        Builder() {}

        void add(String key, Route route) {
            routes.add(new Entry(key, route));
        }
    }
}
